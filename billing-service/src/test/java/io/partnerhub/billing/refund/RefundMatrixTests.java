package io.partnerhub.billing.refund;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.customer.KnownCustomer;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.ledger.WorkingDays;
import io.partnerhub.billing.order.Paid;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The matrix of 8.6, cell by cell. */
class RefundMatrixTests {

	private static final Realm REALM = new Realm(new UUID(1, 1), new UUID(1, 2));

	private static final UUID CUSTOMER = new UUID(2, 2);

	@ParameterizedTest
	@Tag("ORD-20")
	@Tag("I-25")
	@CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
			model    | paid by  | with    | link          | goes to
			ADVISORY | CUSTOMER | BALANCE | ASSOCIATED    | CUSTOMER_ACCOUNT
			ADVISORY | CUSTOMER | BALANCE | DISASSOCIATED | CUSTOMER_ACCOUNT
			ADVISORY | CUSTOMER | BALANCE | SWITCHED      | CUSTOMER_ACCOUNT
			ADVISORY | CUSTOMER | ONLINE  | ASSOCIATED    | ORIGINAL_ROUTE
			ADVISORY | CUSTOMER | ONLINE  | DISASSOCIATED | CUSTOMER_ACCOUNT
			ADVISORY | CUSTOMER | ONLINE  | SWITCHED      | CUSTOMER_ACCOUNT
			ADVISORY | PARTNER  | BALANCE | ASSOCIATED    | PARTNER_ACCOUNT
			ADVISORY | PARTNER  | BALANCE | DISASSOCIATED | PARTNER_ACCOUNT
			ADVISORY | PARTNER  | BALANCE | SWITCHED      | PARTNER_ACCOUNT
			RESALE   | CUSTOMER | BALANCE | ASSOCIATED    | CUSTOMER_ACCOUNT
			RESALE   | CUSTOMER | BALANCE | DISASSOCIATED | PARTNER_ACCOUNT
			RESALE   | CUSTOMER | BALANCE | SWITCHED      | PARTNER_ACCOUNT
			RESALE   | PARTNER  | BALANCE | ASSOCIATED    | PARTNER_ACCOUNT
			RESALE   | PARTNER  | BALANCE | DISASSOCIATED | PARTNER_ACCOUNT
			RESALE   | PARTNER  | BALANCE | SWITCHED      | PARTNER_ACCOUNT
			""")
	void sendsMoneyWhereTheMatrixSays(AssociationType model, Paid.By by, Paid.With with, Standing standing,
			Destination destination) {
		assertThat(RefundRules.destination(model, by, with, standing)).isEqualTo(destination);
		assertThat(RefundRules.destination(Settlement.IMMEDIATE, model, by, with, standing)).isEqualTo(destination);
		assertThat(RefundRules.destination(Settlement.MONTH_END, model, by, with, standing))
			.isEqualTo(Destination.PARTNER_ACCOUNT);
	}

	@ParameterizedTest
	@Tag("ORD-22")
	@EnumSource(Standing.class)
	void sendsWhatThePartnerPaidThroughAThirdPartyBackThatWay(Standing standing) {
		for (AssociationType model : AssociationType.values()) {
			assertThat(RefundRules.destination(model, Paid.By.PARTNER, Paid.With.ONLINE, standing))
				.isEqualTo(Destination.ORIGINAL_ROUTE);
		}
	}

	@ParameterizedTest
	@Tag("ORD-20")
	@CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
			epoch | model    | active | link
			2     | RESALE   | true   | ASSOCIATED
			2     | RESALE   | false  | DISASSOCIATED
			3     | ADVISORY | true   | SWITCHED
			3     | ADVISORY | false  | DISASSOCIATED
			3     | RESALE   | true   | DISASSOCIATED
			""")
	void tellsWhatBecameOfALink(int epoch, AssociationType model, boolean active, Standing standing) {
		KnownCustomer latest = new KnownCustomer(CUSTOMER, REALM, epoch, model, active, "云岭");
		assertThat(Standing.of(REALM, 2, AssociationType.RESALE, Optional.of(latest))).isEqualTo(standing);
		Realm former = new Realm(REALM.partnerId(), REALM.partnerId());
		assertThat(Standing.of(former, 2, AssociationType.RESALE, Optional.of(latest)))
			.isEqualTo(Standing.DISASSOCIATED);
	}

	@ParameterizedTest
	@Tag("ORD-16")
	@CsvSource({ "NO_REASON,50000.00,false", "NO_REASON,50000.01,true", "UNSUBSCRIPTION,50000.01,true",
			"DOWNGRADE,50000.01,false", "REVERSAL,50000.01,false" })
	void asksForApprovalOfLargeUnsubscriptions(RefundCause cause, String total, boolean needed) {
		assertThat(RefundRules.needsApproval(cause, Money.of(total), Money.of("50000.00"))).isEqualTo(needed);
	}

	@Test
	@Tag("ORD-20")
	void settlesByTheMonthAtItsEnd() {
		ZoneId zone = ZoneId.of("Asia/Shanghai");
		assertThat(RefundRules.monthEnd(Instant.parse("2026-02-28T15:59:59Z"), zone)).isEqualTo("2026-02-28T16:00:00Z");
		assertThat(RefundRules.monthEnd(Instant.parse("2026-02-28T16:00:00Z"), zone)).isEqualTo("2026-03-31T16:00:00Z");
	}

	@Test
	@Tag("ORD-20")
	void arrivesOnAWorkingDayOfTheVendor() {
		RefundSettings settings = new RefundSettings(0, Duration.ofHours(24), Settlement.IMMEDIATE, 1, 7,
				ZoneId.of("Asia/Shanghai"), Duration.ofSeconds(2), 50, Duration.ofSeconds(30));
		WorkingDays days = new WorkingDays(Set.of(LocalDate.of(2026, 5, 1)));
		LocalDate thursday = LocalDate.of(2026, 4, 30);
		assertThat(RefundRules.expectedBy(Destination.PARTNER_ACCOUNT, thursday, settings, days))
			.isEqualTo("2026-05-04");
		assertThat(RefundRules.expectedBy(Destination.ORIGINAL_ROUTE, thursday, settings, days))
			.isEqualTo("2026-05-12");
	}

	@Test
	void givesCreditBackBeforeCash() {
		assertThat(RefundRules.credit(Money.of("30.00"), Money.of("50.00"))).isEqualTo(Money.of("30.00"));
		assertThat(RefundRules.credit(Money.of("80.00"), Money.of("50.00"))).isEqualTo(Money.of("50.00"));
	}

}
