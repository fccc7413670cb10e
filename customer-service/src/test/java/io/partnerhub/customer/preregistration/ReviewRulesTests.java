package io.partnerhub.customer.preregistration;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.partnerhub.customer.fact.AccountFacts;
import io.partnerhub.customer.fact.Flag;
import io.partnerhub.customer.preregistration.PreRegistrationSettings.Treatment;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReviewRulesTests {

	private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

	private static final Map<Flag, Exclusion> EXCLUDING = Map.of(Flag.OTHER_SITE, Exclusion.OTHER_SITE,
			Flag.CONSUMER_CLOUD_USER, Exclusion.CONSUMER_CLOUD_USER, Flag.SIGNED_CONTRACT, Exclusion.SIGNED_CONTRACT,
			Flag.UNIFIED_ACCOUNTING_MEMBER, Exclusion.UNIFIED_ACCOUNTING_MEMBER, Flag.REWARD_PROMOTION,
			Exclusion.REWARD_PROMOTION);

	private static final Map<Flag, ReviewReason> REVIEWED = Map.of(Flag.VENDOR_PRE_REGISTERED,
			ReviewReason.VENDOR_PRE_REGISTERED, Flag.ONLINE_SALES_TEAM, ReviewReason.ONLINE_SALES_TEAM,
			Flag.SALES_SUPPORT_CENTRE, ReviewReason.SALES_SUPPORT_CENTRE);

	private final Map<Flag, @Nullable Boolean> flags = allFalse();

	@ParameterizedTest
	@EnumSource(Flag.class)
	@Tag("PRE-04")
	@Tag("PRE-05")
	void weighsEachFactForItself(Flag flag) {
		this.flags.put(flag, true);
		Verdict verdict = judge(account(NOW));
		if (flag == Flag.CASH_CONSUMPTION) {
			assertThat(verdict.exclusions()).containsExactly(Exclusion.CASH_CONSUMPTION_NOT_FOLLOWED);
		}
		else if (EXCLUDING.containsKey(flag)) {
			assertThat(verdict.exclusions()).containsExactly(EXCLUDING.get(flag));
		}
		else {
			assertThat(verdict.exclusions()).isEmpty();
		}
		if (REVIEWED.containsKey(flag)) {
			assertThat(verdict.reviews()).containsExactly(REVIEWED.get(flag));
		}
		else {
			assertThat(verdict.needsReview()).isFalse();
		}
	}

	@ParameterizedTest
	@EnumSource(Flag.class)
	@Tag("CUS-02")
	void leavesToTheVendorWhatHeHasNotTold(Flag flag) {
		boolean needed = EXCLUDING.containsKey(flag) || REVIEWED.containsKey(flag) || flag == Flag.CASH_CONSUMPTION;
		this.flags.remove(flag);
		Verdict verdict = judge(account(NOW));
		assertThat(verdict.exclusions()).isEmpty();
		assertThat(verdict.reviews()).isEqualTo(needed ? Set.of(ReviewReason.FACTS_UNKNOWN) : Set.of());
		assertThat(verdict.unknown()).isEqualTo(needed ? Set.of(flag.name()) : Set.of());
	}

	@ParameterizedTest
	@MethodSource("cashConsumption")
	@Tag("PRE-04")
	@Tag("PRE-05")
	void asksWhoFollowsOnlyAfterCashConsumption(@Nullable Boolean cash, @Nullable Boolean followed,
			Set<Exclusion> excluded, Set<ReviewReason> reviewed, Set<String> unknown) {
		this.flags.put(Flag.CASH_CONSUMPTION, cash);
		this.flags.put(Flag.DIRECT_SALES_FOLLOWED, followed);
		Verdict verdict = judge(account(NOW));
		assertThat(verdict.exclusions()).isEqualTo(excluded);
		assertThat(verdict.reviews()).isEqualTo(reviewed);
		assertThat(verdict.unknown()).isEqualTo(unknown);
	}

	static Stream<Arguments> cashConsumption() {
		Set<Exclusion> excluded = Set.of(Exclusion.CASH_CONSUMPTION_NOT_FOLLOWED);
		Set<ReviewReason> followed = Set.of(ReviewReason.CASH_CONSUMPTION_FOLLOWED);
		Set<ReviewReason> unclear = Set.of(ReviewReason.FACTS_UNKNOWN);
		return Stream.of(Arguments.of(true, false, excluded, Set.of(), Set.of()),
				Arguments.of(true, true, Set.of(), followed, Set.of()),
				Arguments.of(true, null, Set.of(), unclear, Set.of("DIRECT_SALES_FOLLOWED")),
				Arguments.of(false, null, Set.of(), Set.of(), Set.of()),
				Arguments.of(null, true, Set.of(), unclear, Set.of("CASH_CONSUMPTION")),
				Arguments.of(null, null, Set.of(), unclear, Set.of("CASH_CONSUMPTION", "DIRECT_SALES_FOLLOWED")));
	}

	@ParameterizedTest
	@CsvSource({ "EXCLUDE, EXCLUDE", "REVIEW, REVIEW", "ACCEPT, ACCEPT", "REVIEW, EXCLUDE" })
	@Tag("PRE-04")
	@Tag("PRE-05")
	void treatsCashConsumptionAsTheVendorChose(Treatment notFollowed, Treatment followed) {
		ReviewRules rules = new ReviewRules(settings(notFollowed, followed, false));
		this.flags.put(Flag.CASH_CONSUMPTION, true);
		Verdict free = rules.judge(List.of(account(NOW)), Set.of(), null, NOW);
		assertThat(free.exclusions().contains(Exclusion.CASH_CONSUMPTION_NOT_FOLLOWED))
			.isEqualTo(notFollowed == Treatment.EXCLUDE);
		assertThat(free.reviews().contains(ReviewReason.CASH_CONSUMPTION_NOT_FOLLOWED))
			.isEqualTo(notFollowed == Treatment.REVIEW);
		this.flags.put(Flag.DIRECT_SALES_FOLLOWED, true);
		Verdict taken = rules.judge(List.of(account(NOW)), Set.of(), null, NOW);
		assertThat(taken.exclusions().contains(Exclusion.CASH_CONSUMPTION_FOLLOWED))
			.isEqualTo(followed == Treatment.EXCLUDE);
		assertThat(taken.reviews().contains(ReviewReason.CASH_CONSUMPTION_FOLLOWED))
			.isEqualTo(followed == Treatment.REVIEW);
	}

	@ParameterizedTest
	@CsvSource({ "-1, false", "0, false", "1, true" })
	@Tag("PRE-05")
	void reviewsAnAccountOlderThanSevenDays(long secondsMore, boolean reviewed) {
		Instant opened = NOW.minus(Duration.ofDays(7)).minusSeconds(secondsMore);
		assertThat(judge(account(opened)).reviews())
			.isEqualTo(reviewed ? Set.of(ReviewReason.ACCOUNT_TOO_OLD) : Set.of());
	}

	@Test
	@Tag("CUS-02")
	void reviewsAnAccountOfUnknownAge() {
		assertThat(judge(account(null)).unknown()).containsExactly("REGISTERED_AT");
	}

	@ParameterizedTest
	@CsvSource({ "CN, CN, false", "CN, DE, true", "DE, CN, true", ", DE, true", ", CN, false", "DE, , true" })
	@Tag("PRE-05")
	void reviewsAnotherCountryWhereThatMatters(@Nullable String ofAccount, @Nullable String told, boolean reviewed) {
		AccountFacts account = new AccountFacts("acme", null, null, NOW, ofAccount, null, null, null, null, null, null,
				null, null, null, null, this.flags, NOW);
		ReviewRules abroad = new ReviewRules(settings(Treatment.EXCLUDE, Treatment.REVIEW, true));
		assertThat(abroad.judge(List.of(account), Set.of(), told, NOW).reviews().contains(ReviewReason.FOREIGN_COUNTRY))
			.isEqualTo(reviewed);
		assertThat(abroad.judge(List.of(account), Set.of(), told, NOW).unknown().contains("COUNTRY"))
			.isEqualTo(ofAccount == null);
		assertThat(judge(account).needsReview()).isFalse();
	}

	@Test
	@Tag("PRE-04")
	void namesEverythingThatExcludesHim() {
		this.flags.put(Flag.REWARD_PROMOTION, true);
		this.flags.put(Flag.OTHER_SITE, true);
		Verdict verdict = new ReviewRules(settings(Treatment.EXCLUDE, Treatment.REVIEW, false))
			.judge(List.of(account(NOW)), Set.of(Exclusion.ALREADY_ASSOCIATED), null, NOW);
		assertThatExceptionOfType(Problem.class).isThrownBy(verdict::requireAdmissible)
			.satisfies((problem) -> assertThat(problem.facts()).containsEntry("reason", Exclusion.OTHER_SITE)
				.containsEntry("reasons",
						List.of(Exclusion.OTHER_SITE, Exclusion.ALREADY_ASSOCIATED, Exclusion.REWARD_PROMOTION)));
	}

	@Test
	@Tag("PRE-04")
	void weighsEveryAccountHeMayHave() {
		AccountFacts harmless = account(NOW);
		AccountFacts old = new AccountFacts("old", null, null, Instant.EPOCH, "CN", null, null, null, null, null, null,
				null, null, null, null, Map.copyOf(allTrueBut(Flag.CASH_CONSUMPTION)), NOW);
		Verdict verdict = judge(harmless, old);
		assertThat(verdict.exclusions()).containsExactlyInAnyOrderElementsOf(EXCLUDING.values());
		assertThat(verdict.reviews()).contains(ReviewReason.ACCOUNT_TOO_OLD);
	}

	@Test
	@Tag("PRE-06")
	void acceptsWhoHasNoAccount() {
		Verdict verdict = judge();
		assertThat(verdict.exclusions()).isEmpty();
		assertThat(verdict.needsReview()).isFalse();
	}

	private static Verdict judge(AccountFacts... accounts) {
		return new ReviewRules(settings(Treatment.EXCLUDE, Treatment.REVIEW, false)).judge(List.of(accounts), Set.of(),
				null, NOW);
	}

	private AccountFacts account(@Nullable Instant registeredAt) {
		return new AccountFacts("acme", null, null, registeredAt, "CN", null, null, null, null, null, null, null, null,
				null, null, this.flags, NOW);
	}

	private static PreRegistrationSettings settings(Treatment notFollowed, Treatment followed, boolean abroad) {
		return new PreRegistrationSettings(Duration.ofDays(15), 100, Duration.ofDays(7), "CN", abroad, notFollowed,
				followed);
	}

	private static Map<Flag, @Nullable Boolean> allFalse() {
		Map<Flag, @Nullable Boolean> flags = new EnumMap<>(Flag.class);
		for (Flag flag : Flag.values()) {
			flags.put(flag, false);
		}
		return flags;
	}

	private static Map<Flag, Boolean> allTrueBut(Flag other) {
		Map<Flag, Boolean> flags = new EnumMap<>(Flag.class);
		for (Flag flag : Flag.values()) {
			flags.put(flag, flag != other);
		}
		return flags;
	}

}
