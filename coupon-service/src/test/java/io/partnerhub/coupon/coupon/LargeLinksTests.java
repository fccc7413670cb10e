package io.partnerhub.coupon.coupon;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponEvent.CashCouponsReclaimed;
import io.partnerhub.contracts.CouponEvent.CouponUnlocked;
import io.partnerhub.contracts.CouponEvent.CustomerCouponsReclaimed;
import io.partnerhub.contracts.CouponEvent.VouchersReclaimed;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.Event;
import io.partnerhub.coupon.CouponScenario;
import io.partnerhub.coupon.customer.EndedLinks;
import io.partnerhub.coupon.record.OperationType;
import io.partnerhub.coupon.settings.CouponProperties;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Ends of links that take more than one step, or wait for payments. */
@Import({ ManyCoupons.class, Crash.class })
@TestPropertySource(properties = { "partnerhub.coupon.reclaim.vouchers-per-event=20",
		"partnerhub.coupon.reclaim.coupons-per-step=40" })
class LargeLinksTests extends CouponScenario {

	private static final Duration MONTH = Duration.ofDays(30);

	@Autowired
	private ManyCoupons coupons;

	@Autowired
	private Crash crash;

	@Autowired
	private EndWorker worker;

	private String quota = "";

	@BeforeEach
	void aPartnerWithQuotaAndCustomer() {
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		this.quota = quota();
		this.announced.next();
	}

	@Test
	@Tag("REC-06")
	@Tag("I-06")
	void takesAllBackInStepsAndSumsThemUpOnce() {
		this.coupons.issue(this.partner, this.quota, this.customer, 107, "2.00", MONTH);
		this.hears.event(this.partner.unlinked(this.customer, 1));
		await().until(() -> linkIs("DONE"));
		List<Event> events = this.announced.next();
		assertThat(events.subList(0, 6))
			.allSatisfy((event) -> assertThat(event).isInstanceOfSatisfying(VouchersReclaimed.class,
					(reclaimed) -> assertThat(reclaimed.vouchers()).hasSizeLessThanOrEqualTo(20)));
		assertThat(events).hasSize(7).last().isEqualTo(summary(107, "214.00"));
		assertThat(balance()).isEqualTo("1000.00");
		assertThat(journalLines("RECLAIMED")).isEqualTo(3);
		this.hears.event(this.partner.unlinked(this.customer, 1));
		this.worker.run();
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	@Tag("REC-06")
	@Tag("I-06")
	void goesOnAfterACrashBetweenTwoSteps() {
		this.coupons.issue(this.partner, this.quota, this.customer, 107, "2.00", MONTH);
		this.crash.after(60);
		this.hears.event(this.partner.unlinked(this.customer, 1));
		await().until(() -> records() == 40);
		this.worker.run();
		assertThat(records()).isEqualTo(40);
		assertThat(this.announced.next(CustomerCouponsReclaimed.class)).isEmpty();
		this.crash.recover();
		this.worker.run();
		await().until(() -> linkIs("DONE"));
		assertThat(this.announced.next(CustomerCouponsReclaimed.class)).containsExactly(summary(107, "214.00"));
		assertThat(records()).isEqualTo(107);
		assertThat(balance()).isEqualTo("1000.00");
	}

	@Test
	void takesNoStepOnceTheServiceStops(@Autowired EndedLinks links, @Autowired LinkEnds ends,
			@Autowired EnterpriseLeavings leavings, @Autowired MeterRegistry metrics,
			@Autowired CouponProperties properties) {
		this.hears.event(this.partner.unlinked(this.customer, 1));
		this.jdbc.sql("update ended_link set state = 'ENDING' where customer_id = :id")
			.param("id", this.customer)
			.update();
		EndWorker stopped = new EndWorker(links, ends, leavings, new Courtesy(metrics, properties));
		stopped.stop();
		stopped.run();
		assertThat(linkIs("ENDING")).isTrue();
		this.worker.run();
		assertThat(linkIs("DONE")).isTrue();
	}

	@Test
	@Tag("REC-06")
	void voidsWhatUnpaidOrdersHold() {
		UUID coupon = this.coupons.issue(this.partner, this.quota, this.customer, 1, "10.00", MONTH).getFirst();
		this.coupons.hold(this.customer, coupon, "order-1", "4.00");
		this.announced.next();
		this.hears.event(this.partner.unlinked(this.customer, 1));
		List<Event> events = this.announced.next();
		assertThat(events).hasSize(3).last().isEqualTo(summary(1, "10.00"));
		assertThat(events.getFirst()).isInstanceOfSatisfying(CouponUnlocked.class,
				(event) -> assertThat(event.orderId()).isEqualTo("order-1"));
		assertThat(balance()).isEqualTo("1000.00");
	}

	@Test
	@Tag("REC-06")
	void waitsForARunningPaymentAndTakesTheRest() {
		List<UUID> all = this.coupons.issue(this.partner, this.quota, this.customer, 3, "10.00", MONTH);
		this.coupons.hold(this.customer, all.getFirst(), "order-2", "4.00");
		this.coupons.startPayment("order-2");
		this.announced.next();
		this.hears.event(this.partner.unlinked(this.customer, 1));
		assertThat(this.announced.next()).hasSize(1).first().isInstanceOf(VouchersReclaimed.class);
		assertThat(linkIs("WAITING")).isTrue();
		this.worker.run();
		this.coupons.settle("order-2");
		assertThat(this.announced.next(CustomerCouponsReclaimed.class)).containsExactly(summary(3, "26.00"));
		this.worker.run();
		assertThat(this.announced.next()).isEmpty();
		assertThat(balance()).isEqualTo("996.00");
	}

	@Test
	@Tag("REC-06")
	void sumsUpAlsoWhenThePaymentLeavesNothing() {
		UUID coupon = this.coupons.issue(this.partner, this.quota, this.customer, 1, "10.00", MONTH).getFirst();
		this.coupons.hold(this.customer, coupon, "order-3", "10.00");
		this.coupons.startPayment("order-3");
		this.hears.event(this.partner.unlinked(this.customer, 1));
		this.announced.next();
		this.coupons.settle("order-3");
		assertThat(this.announced.next(CustomerCouponsReclaimed.class)).containsExactly(summary(0, "0.00"));
	}

	@Test
	@Tag("REC-06")
	@Tag("CSH-13")
	void takesBackCashCouponsOfTheSamePartnerToo() {
		this.coupons.issue(this.partner, this.quota, this.customer, 1, "10.00", MONTH);
		String cash = cashQuota(this.partner);
		this.coupons.issue(this.partner, cash, this.customer, 2, "5.00", MONTH);
		this.announced.next();
		this.hears.event(this.partner.unlinked(this.customer, 1));
		List<Event> events = this.announced.next();
		assertThat(events).extracting(Object::getClass)
			.containsExactly(VouchersReclaimed.class, CashCouponsReclaimed.class, CustomerCouponsReclaimed.class);
		assertThat(events).last().isEqualTo(summary(3, "20.00"));
	}

	@Test
	@Tag("REC-07")
	void leavesUsedOnesAloneWhereOnlyUnusedOnesEnd(@Autowired DueCoupons due) {
		List<UUID> all = this.coupons.issue(this.partner, this.quota, this.customer, 50, "10.00", MONTH);
		this.coupons.hold(this.customer, all.getFirst(), "order-4", "4.00");
		this.coupons.startPayment("order-4");
		this.coupons.settle("order-4");
		Ending ending = Ending.ofCustomer(OperationType.RECLAIM_ON_ASSOCIATION, this.customer, CouponType.VOUCHER, true,
				MovableClock.START);
		this.coupons.inTransaction(() -> assertThat(due.end(ending)).isEqualTo(49));
		assertThat(balance()).isEqualTo("990.00");
	}

	private boolean linkIs(String state) {
		return this.jdbc.sql("select state = :state from ended_link where customer_id = :id")
			.param("state", state)
			.param("id", this.customer)
			.query(Boolean.class)
			.single();
	}

	private long records() {
		return this.jdbc.sql("select count(*) from operation_record where customer_id = :id and operation_type = 3")
			.param("id", this.customer)
			.query(Long.class)
			.single();
	}

	private long journalLines(String kind) {
		return this.jdbc.sql("select count(*) from quota_journal where quota_id = :id::uuid and kind = :kind")
			.param("id", this.quota)
			.param("kind", kind)
			.query(Long.class)
			.single();
	}

	private String quota() {
		return quota("1000.00");
	}

	private String balance() {
		return balance(this.quota);
	}

	private CustomerCouponsReclaimed summary(long count, String amount) {
		return new CustomerCouponsReclaimed(this.partner.tenant(), this.partner.id(), this.customer, 1, count,
				Money.of(amount).amount());
	}

}
