package io.partnerhub.billing.incentive;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.IncentiveEvent.IncentiveExpired;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@BillingTest
@Tag("INC-10")
class ExpiringIncentivesTests {

	/** A year after the clock of tests starts, at the end of the day, UTC+8. */
	private static final Instant END = Instant.parse("2027-03-01T16:00:00Z");

	private final Given given;

	private final Announced announced;

	private final MovableClock clock;

	private final JdbcClient jdbc;

	private final IncentiveExpiry expiry;

	private final Earnings earnings;

	private Partner partner;

	ExpiringIncentivesTests(HubClient client, Given given, Announced announced, MovableClock clock, JdbcClient jdbc,
			IncentiveExpiry expiry) {
		this.given = given;
		this.announced = announced;
		this.clock = clock;
		this.jdbc = jdbc;
		this.expiry = expiry;
		this.earnings = new Earnings(client);
		this.partner = given.distributor();
	}

	@BeforeEach
	void aPartner() {
		this.clock.reset();
		this.partner = this.given.distributor();
	}

	@AfterEach
	void backToTheStart() {
		this.clock.reset();
	}

	@Test
	void isVoidAYearAfterTheNotificationAndNeverComesBack() {
		String id = this.earnings.billed(this.partner, "10.00");
		assertThat(this.earnings.get(this.partner, id).text("/expiresAt")).isEqualTo(END.toString());
		this.clock.set(END.minusMillis(1));
		this.expiry.expire();
		assertThat(this.earnings.state(this.partner, id)).isEqualTo("TO_CONFIRM");
		this.clock.set(END);
		this.earnings.confirm(this.partner, id).refused(409, "INCENTIVE_EXPIRED");
		expiresToVoid(id, "10.00");
		this.earnings.confirm(this.partner, id).refused(409, "INCENTIVE_STATE");
		this.earnings.facts(this.partner, Map.of("businessInfoCertified", true, "taxRate", "6.00", "programmeEndedAt",
				this.clock.instant().toString()));
		assertThat(this.earnings.state(this.partner, id)).isEqualTo("VOID");
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc
			.sql("update incentive set state = 'TO_CONFIRM', void_minor = 0, version = version + 1 where id = '" + id
					+ "'")
			.update());
	}

	@Test
	void isVoidThoughConfirmed() {
		String id = this.earnings.confirmed(this.partner, "10.00").getFirst();
		this.clock.set(END);
		expiresToVoid(id, "10.00");
	}

	@Test
	void endsWhenTheVendorSaysSo() {
		Map<String, Object> bill = Earnings.bill(this.partner, "10.00");
		bill.put("validUntil", "2026-04-01T00:00:00Z");
		String id = this.earnings.tell(bill).expect(201).text("/id");
		this.clock.set(Instant.parse("2026-04-01T00:00:00Z"));
		expiresToVoid(id, "10.00");
	}

	@Test
	void livesAYearFromTheEndOfTheProgramme() {
		Map<String, Object> bill = Earnings.bill(this.partner, "10.00");
		bill.put("validUntil", "2026-04-01T00:00:00Z");
		String id = this.earnings.tell(bill).expect(201).text("/id");
		this.earnings.facts(this.partner,
				Map.of("businessInfoCertified", true, "taxRate", "6.00", "programmeEndedAt", "2026-03-01T08:00:00Z"));
		String later = this.earnings.billed(this.partner, "20.00");
		assertThat(this.earnings.get(this.partner, id).text("/expiresAt")).isEqualTo(END.toString());
		assertThat(this.earnings.get(this.partner, later).text("/expiresAt")).isEqualTo(END.toString());
		this.clock.set(END);
		this.expiry.expire();
		assertThat(this.earnings.state(this.partner, id)).isEqualTo("VOID");
		assertThat(this.earnings.state(this.partner, later)).isEqualTo("VOID");
	}

	@Test
	void followsTheBillAgainOnceThePartnerIsBack() {
		String id = this.earnings.billed(this.partner, "10.00");
		this.earnings.facts(this.partner,
				Map.of("businessInfoCertified", true, "taxRate", "6.00", "programmeEndedAt", "2026-02-01T08:00:00Z"));
		assertThat(this.earnings.get(this.partner, id).text("/expiresAt")).isEqualTo("2027-02-01T16:00:00Z");
		this.earnings.certified(this.partner);
		assertThat(this.earnings.get(this.partner, id).text("/expiresAt")).isEqualTo(END.toString());
	}

	@Test
	void livesOnIfAWrongEndIsMendedBeforeItIsVoid() {
		String id = this.earnings.billed(this.partner, "10.00");
		this.earnings.facts(this.partner,
				Map.of("businessInfoCertified", true, "taxRate", "6.00", "programmeEndedAt", "2025-01-01T08:00:00Z"));
		this.earnings.certified(this.partner);
		this.expiry.expire();
		assertThat(this.earnings.get(this.partner, id).text("/state") + " "
				+ this.earnings.get(this.partner, id).text("/expiresAt"))
			.isEqualTo("TO_CONFIRM " + END);
	}

	@Test
	void neverVoidsANegativeOne() {
		String id = this.earnings.billed(this.partner, "-10.00");
		this.clock.set(END.plus(Duration.ofDays(400)));
		this.expiry.expire();
		assertThat(this.earnings.state(this.partner, id)).isEqualTo("TO_CONFIRM");
	}

	private void expiresToVoid(String id, String amount) {
		this.announced.next();
		this.expiry.expire();
		assertThat(this.earnings.state(this.partner, id)).isEqualTo("VOID");
		assertThat(this.announced.next(IncentiveExpired.class))
			.filteredOn((event) -> event.incentiveId().equals(UUID.fromString(id)))
			.singleElement()
			.satisfies((event) -> assertThat(event.amount()).isEqualTo(Money.of(amount).amount()));
		this.expiry.expire();
		assertThat(this.announced.next(IncentiveExpired.class)).isEmpty();
	}

}
