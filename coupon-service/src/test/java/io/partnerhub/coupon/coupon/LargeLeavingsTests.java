package io.partnerhub.coupon.coupon;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.AccountEvent.AccountFactsChanged;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponEvent.VouchersReclaimed;
import io.partnerhub.coupon.CouponScenario;
import io.partnerhub.platform.testkit.MovableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Members who leave with more vouchers than one step takes. */
@Tag("REC-08")
@Import({ ManyCoupons.class, Crash.class })
@TestPropertySource(properties = { "partnerhub.coupon.reclaim.vouchers-per-event=20",
		"partnerhub.coupon.reclaim.coupons-per-step=40" })
class LargeLeavingsTests extends CouponScenario {

	private static final Duration MONTH = Duration.ofDays(30);

	@Autowired
	private ManyCoupons coupons;

	@Autowired
	private Crash crash;

	@Autowired
	private EndWorker worker;

	private String quota = "";

	@BeforeEach
	void aMemberWithMoreThanAStepTakes() {
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		this.hears.event(told("master"));
		this.quota = quota("1000.00");
		this.coupons.issue(this.partner, this.quota, this.customer, 107, "2.00", MONTH);
		this.announced.next();
	}

	@Test
	void takesAllBackInSteps() {
		this.hears.event(told(null));
		await().until(this::settled);
		assertThat(this.announced.next(VouchersReclaimed.class))
			.allSatisfy((event) -> assertThat(event.vouchers()).hasSizeLessThanOrEqualTo(20))
			.hasSize(6);
		assertThat(this.jdbc.sql("select count(*) from quota_journal where quota_id = :id::uuid and kind = 'RECLAIMED'")
			.param("id", this.quota)
			.query(Long.class)
			.single()).isEqualTo(3);
		assertThat(balance(this.quota)).isEqualTo("1000.00");
		this.worker.run();
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	void goesOnAfterACrashBetweenTwoSteps() {
		this.crash.after(60);
		this.hears.event(told(null));
		this.worker.run();
		assertThat(records(3)).isEqualTo(40);
		assertThat(settled()).isFalse();
		this.crash.recover();
		this.worker.run();
		await().until(this::settled);
		assertThat(records(3)).isEqualTo(107);
		assertThat(balance(this.quota)).isEqualTo("1000.00");
	}

	@Test
	void leavesAloneWhatIsIssuedAfterTheLeaving() {
		this.crash.after(60);
		this.hears.event(told(null));
		List<UUID> later = this.coupons.issue(this.partner, this.quota, this.customer, 1, "2.00", MONTH,
				MovableClock.START.plusSeconds(1), 1);
		this.crash.recover();
		this.worker.run();
		await().until(this::settled);
		assertThat(records(3)).isEqualTo(107);
		assertThat(state(later.getFirst().toString())).isEqualTo("AVAILABLE");
	}

	private boolean settled() {
		return this.jdbc.sql("select not exists (select from enterprise_leaving where member_id = :id)")
			.param("id", this.customer)
			.query(Boolean.class)
			.single();
	}

	private AccountFactsChanged told(@Nullable String master) {
		return new AccountFactsChanged(this.customer, "acc-" + this.customer, "Cloud", "HWC-CN", master);
	}

}
