package io.partnerhub.coupon.coupon;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.coupon.CouponScenario;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponEvent.CashCouponsReclaimed;
import io.partnerhub.contracts.CouponEvent.CouponUnlocked;
import io.partnerhub.contracts.CouponEvent.CustomerCouponsReclaimed;
import io.partnerhub.contracts.CouponEvent.VouchersReclaimed;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.Event;
import io.partnerhub.coupon.record.OperationType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Ends of links that take more than one step, or wait for payments. */
@Import(ManyCoupons.class)
@TestPropertySource(properties = { "partnerhub.coupon.reclaim.vouchers-per-event=20",
		"partnerhub.coupon.reclaim.coupons-per-step=40" })
class LargeLinksTests extends CouponScenario {

	private static final Duration MONTH = Duration.ofDays(30);

	@Autowired
	private ManyCoupons coupons;

	@Autowired
	private CouponLocks locks;

	@Autowired
	private LinkEndWorker worker;

	@Autowired
	private PlatformTransactionManager transactions;

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
		crashAfter(60);
		this.hears.event(this.partner.unlinked(this.customer, 1));
		await().until(() -> records() == 40);
		this.worker.run();
		assertThat(records()).isEqualTo(40);
		assertThat(this.announced.next(CustomerCouponsReclaimed.class)).isEmpty();
		recover();
		this.worker.run();
		await().until(() -> linkIs("DONE"));
		assertThat(this.announced.next(CustomerCouponsReclaimed.class)).containsExactly(summary(107, "214.00"));
		assertThat(records()).isEqualTo(107);
		assertThat(balance()).isEqualTo("1000.00");
	}

	@Test
	@Tag("REC-06")
	void voidsWhatUnpaidOrdersHold() {
		UUID coupon = this.coupons.issue(this.partner, this.quota, this.customer, 1, "10.00", MONTH).getFirst();
		hold(coupon, "order-1", "4.00");
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
		hold(all.getFirst(), "order-2", "4.00");
		inTransaction(() -> this.locks.startPayment("order-2"));
		this.announced.next();
		this.hears.event(this.partner.unlinked(this.customer, 1));
		assertThat(this.announced.next()).hasSize(1).first().isInstanceOf(VouchersReclaimed.class);
		assertThat(linkIs("WAITING")).isTrue();
		this.worker.run();
		inTransaction(() -> this.locks.settle("order-2"));
		assertThat(this.announced.next(CustomerCouponsReclaimed.class)).containsExactly(summary(3, "26.00"));
		this.worker.run();
		assertThat(this.announced.next()).isEmpty();
		assertThat(balance()).isEqualTo("996.00");
	}

	@Test
	@Tag("REC-06")
	void sumsUpAlsoWhenThePaymentLeavesNothing() {
		UUID coupon = this.coupons.issue(this.partner, this.quota, this.customer, 1, "10.00", MONTH).getFirst();
		hold(coupon, "order-3", "10.00");
		inTransaction(() -> this.locks.startPayment("order-3"));
		this.hears.event(this.partner.unlinked(this.customer, 1));
		this.announced.next();
		inTransaction(() -> this.locks.settle("order-3"));
		assertThat(this.announced.next(CustomerCouponsReclaimed.class)).containsExactly(summary(0, "0.00"));
	}

	@Test
	@Tag("REC-06")
	@Tag("CSH-13")
	void takesBackCashCouponsOfTheSamePartnerToo() {
		this.coupons.issue(this.partner, this.quota, this.customer, 1, "10.00", MONTH);
		String cash = cashQuota();
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
		hold(all.getFirst(), "order-4", "4.00");
		inTransaction(() -> this.locks.startPayment("order-4"));
		inTransaction(() -> this.locks.settle("order-4"));
		Ending ending = Ending.ofCustomer(OperationType.RECLAIM_ON_ASSOCIATION, this.customer, CouponType.VOUCHER, true,
				MovableClock.START);
		inTransaction(() -> assertThat(due.end(ending)).isEqualTo(49));
		assertThat(balance()).isEqualTo("990.00");
	}

	/** The vendor grants such to government-subsidy partners only. */
	private String cashQuota() {
		UUID id = Ids.next();
		this.jdbc
			.sql("""
					insert into quota (id, type, partner_id, owner_partner_id, state, currency, granted_minor, available_minor,
					                   live_minor, effective_at, expires_at, created_at, updated_at)
					select :id, 'CASH_COUPON', partner_id, owner_partner_id, state, currency, granted_minor, available_minor,
					       live_minor, effective_at, expires_at, created_at, updated_at
					from quota
					where id = :like::uuid
					""")
			.param("id", id)
			.param("like", quota())
			.update();
		return id.toString();
	}

	/** From so many records on nothing of the customer can be announced. */
	private void crashAfter(int records) {
		this.jdbc
			.sql("""
					create function crash() returns trigger language plpgsql as $$
					begin
					    if (select count(*) from operation_record where operation_type = 3 and customer_id = new.key) > %d then
					        raise exception 'crash' using errcode = '57P01';
					    end if;
					    return new;
					end $$
					"""
				.formatted(records))
			.update();
		this.jdbc.sql("create trigger crash before insert on outbox for each row execute function crash()").update();
	}

	private void recover() {
		this.jdbc.sql("drop function crash() cascade").update();
	}

	private void hold(UUID coupon, String order, String amount) {
		inTransaction(() -> {
			Coupon held = this.locks.hold(this.customer, List.of(coupon)).getFirst().coupon();
			this.locks.lock(order, Map.of(held, Money.of(amount)));
		});
	}

	private void inTransaction(Runnable work) {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> work.run());
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
