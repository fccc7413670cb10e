package io.partnerhub.customer.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.partnerhub.customer.account.Account;
import io.partnerhub.customer.account.Identity;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@Tag("INV-06")
class OfflineRulesTests {

	private static final Duration WEEK = Duration.ofDays(7);

	private static final Instant OPENED = Instant.parse("2026-03-01T08:00:00Z");

	@Test
	void takesAccountsUpToSevenDaysOld() {
		assertThatNoException().isThrownBy(() -> check(OPENED, OPENED.plus(WEEK).minusSeconds(1)));
		assertThatNoException().isThrownBy(() -> check(OPENED, OPENED.plus(WEEK)));
	}

	@Test
	void sendsOlderOnesToThePartner() {
		Problem refusal = refusal(OPENED, OPENED.plus(WEEK).plusSeconds(1));
		assertThat(refusal.code()).isEqualTo("CUSTOMER_TOO_OLD_FOR_OFFLINE");
		assertThat(refusal.detail()).contains("contact Cloud Ltd");
		assertThat(refusal.facts()).containsEntry("partnerName", "Cloud Ltd").containsEntry("openedAt", OPENED);
	}

	@Test
	void takesNobodyForNewWhoseAgeIsUnknown() {
		Problem refusal = refusal(null, OPENED);
		assertThat(refusal.code()).isEqualTo("CUSTOMER_TOO_OLD_FOR_OFFLINE");
		assertThat(refusal.facts()).containsEntry("accountAge", "UNKNOWN").containsEntry("partnerName", "Cloud Ltd");
	}

	private static Problem refusal(@Nullable Instant openedAt, Instant now) {
		return catchThrowableOfType(Problem.class, () -> check(openedAt, now));
	}

	private static void check(@Nullable Instant openedAt, Instant now) {
		Account account = new Account(null, "li", null, List.of(), List.of(), Identity.NONE, openedAt);
		OfflineRules.requireNew(account, WEEK, "Cloud Ltd", now);
	}

}
