package io.partnerhub.coupon.coupon;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponScenario;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Each coupon goes back as what ended it, however many there are. */
@Import({ ManyCoupons.class, Crash.class })
@TestPropertySource(properties = { "partnerhub.coupon.reclaim.vouchers-per-event=20",
		"partnerhub.coupon.reclaim.coupons-per-step=40" })
class LargeSwitchesTests extends CouponScenario {

	private static final Duration MONTH = Duration.ofDays(30);

	@Autowired
	private ManyCoupons coupons;

	private String cash = "";

	@BeforeEach
	void aCustomerWithMoreThanAStepTakes() {
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.ADVISORY));
		this.cash = cashQuota(this.partner);
		this.coupons.issue(this.partner, quota("1000.00"), this.customer, 50, "1.00", MONTH);
		this.coupons.issue(this.partner, this.cash, this.customer, 50, "1.00", MONTH);
	}

	@Test
	@Tag("REC-07")
	@Tag("DIS-10")
	void recordsCashCouponsOfTheFormerModelAsOfTheSwitch() {
		this.hears.event(this.partner.switched(this.customer, 1, AssociationType.RESALE));
		await().until(this::done);
		assertThat(records(8)).isEqualTo(100);
		assertThat(records(7)).isZero();
	}

	@Test
	@Tag("REC-07")
	@Tag("CSH-13")
	void recordsThemAsOfTheEndWhenAnotherPartnerFollowsAtOnce(@Autowired Crash crash, @Autowired EndWorker worker) {
		A.Partner next = A.partner();
		crash.after(60);
		this.hears.event(this.partner.unlinked(this.customer, 1));
		this.hears.event(next.linked(this.customer, 2, AssociationType.RESALE));
		assertThat(records(3)).isEqualTo(40);
		crash.recover();
		worker.run();
		await().until(this::done);
		assertThat(records(3)).isEqualTo(100);
		assertThat(records(7)).isZero();
	}

	@Test
	@Tag("REC-07")
	@Tag("CSH-06")
	void recordsUnusedOnesOfOthersAsOfTheAssociation() {
		A.Partner other = A.partner();
		this.coupons.issue(other, cashQuota(other), this.customer, 50, "1.00", MONTH);
		this.hears.event(this.partner.switched(this.customer, 1, AssociationType.RESALE));
		await().until(this::done);
		assertThat(records(8)).isEqualTo(100);
		assertThat(records(7)).isEqualTo(50);
	}

	@Test
	@Tag("CSH-13")
	void leavesAloneWhatIsGivenWithoutALinkAfterItsEnd(@Autowired EndWorker worker) {
		this.hears.event(this.partner.unlinked(this.customer, 1));
		await().until(this::done);
		List<UUID> given = this.coupons.issue(this.partner, this.cash, this.customer, 1, "1.00", MONTH,
				MovableClock.START.plusSeconds(1), 0);
		this.jdbc.sql("update ended_link set state = 'ENDING' where customer_id = :id")
			.param("id", this.customer)
			.update();
		worker.run();
		assertThat(done()).isTrue();
		assertThat(this.jdbc.sql("select reclaimed_at from coupon where id = :id")
			.param("id", given.getFirst())
			.query(Instant.class)
			.optional()).isEmpty();
	}

	private boolean done() {
		return this.jdbc.sql("select state = 'DONE' from ended_link where customer_id = :id")
			.param("id", this.customer)
			.query(Boolean.class)
			.single();
	}

}
