package io.partnerhub.coupon.coupon;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponEvent.CouponUnlocked;
import io.partnerhub.contracts.CouponEvent.CouponsExpired;
import io.partnerhub.contracts.CouponEvent.CouponsExpiring;
import io.partnerhub.contracts.CouponEvent.CustomerCouponsReclaimed;
import io.partnerhub.contracts.Event;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponTest;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@CouponTest
@Import(ManyCoupons.class)
@TestPropertySource(properties = { "partnerhub.coupon.reclaim.vouchers-per-event=20",
		"partnerhub.coupon.reclaim.coupons-per-step=40" })
class ExpiringCouponsTests {

	private static final Duration TEN_DAYS = Duration.ofDays(10);

	private final A.Partner partner = A.partner();

	private final UUID customer = Ids.next();

	@Autowired
	private HubClient client;

	@Autowired
	private Hears hears;

	@Autowired
	private Announced announced;

	@Autowired
	private MovableClock clock;

	@Autowired
	private ManyCoupons coupons;

	@Autowired
	private CouponLocks locks;

	@Autowired
	private CouponExpiry expiry;

	@Autowired
	private ExpiringNotices notices;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	private String quota = "";

	@BeforeEach
	void aPartnerWithQuotaAndCustomer() {
		this.hears.event(this.partner.registered());
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		this.quota = this.client.as(Caller.vendor("operator"))
			.post("/api/v1/vendor/voucher-quotas", A.grant(this.partner, "1000.00"))
			.expect(201)
			.text("/id");
		this.announced.next();
	}

	@AfterEach
	void turnTheClockBack() {
		this.clock.set(MovableClock.START.plus(Duration.ofDays(40)));
		this.expiry.sweep();
		this.clock.reset();
	}

	@Test
	@Tag("REC-07")
	@Tag("I-50")
	void givesWhatIsLeftAtExpiryBackOnce() {
		this.coupons.issue(this.partner, this.quota, this.customer, 25, "2.00", TEN_DAYS);
		UUID later = this.coupons.issue(this.partner, this.quota, this.customer, 1, "2.00", TEN_DAYS.plusSeconds(1))
			.getFirst();
		this.clock.advance(TEN_DAYS);
		this.expiry.sweep();
		this.expiry.sweep();
		List<CouponsExpired> events = this.announced.next(CouponsExpired.class);
		assertThat(events).extracting((event) -> event.coupons().size()).containsExactlyInAnyOrder(20, 5);
		assertThat(quota("available_minor")).isEqualTo(99800);
		assertThat(count("operation_record", "operation_type = 4 and operator = 'system'")).isEqualTo(25);
		assertThat(count("coupon", "expired_at is not null and expired_minor = face_minor")).isEqualTo(25);
		assertThat(state(later)).isEqualTo("AVAILABLE");
	}

	@Test
	@Tag("REC-03")
	@Tag("REC-07")
	void voidsWhatExpiresWithItsQuota() {
		this.coupons.issue(this.partner, this.quota, this.customer, 1, "2.00", Duration.ofDays(30));
		this.clock.advance(Duration.ofDays(30));
		this.expiry.sweep();
		assertThat(quota("expired_minor")).isEqualTo(200);
		assertThat(quota("live_minor")).isZero();
	}

	@Test
	@Tag("I-08")
	void voidsHoldsOfUnpaidOrdersAndWaitsForPayments() {
		List<UUID> both = this.coupons.issue(this.partner, this.quota, this.customer, 2, "10.00", TEN_DAYS);
		hold(both.getFirst(), "unpaid", "4.00");
		hold(both.getLast(), "running", "4.00");
		inTransaction(() -> this.locks.startPayment("running"));
		this.announced.next();
		this.clock.advance(TEN_DAYS);
		this.expiry.sweep();
		List<Event> events = this.announced.next();
		assertThat(events).hasSize(2).first().isInstanceOf(CouponUnlocked.class);
		inTransaction(() -> this.locks.settle("running"));
		assertThat(this.announced.next(CouponsExpired.class)).singleElement()
			.satisfies((event) -> assertThat(event.coupons().getFirst().amount().amount()).isEqualTo("6.00"));
		this.expiry.sweep();
		assertThat(this.announced.next()).isEmpty();
		assertThat(quota("used_minor")).isEqualTo(400);
	}

	@Test
	@Tag("I-08")
	@Tag("REC-06")
	void leavesToExpiryWhatHasExpiredWhenTheLinkEnds() {
		this.coupons.issue(this.partner, this.quota, this.customer, 2, "10.00", TEN_DAYS);
		this.clock.advance(TEN_DAYS);
		this.hears.event(this.partner.unlinked(this.customer, 1));
		assertThat(this.announced.next(CustomerCouponsReclaimed.class)).singleElement()
			.returns(0L, CustomerCouponsReclaimed::count);
		this.expiry.sweep();
		assertThat(this.announced.next(CouponsExpired.class)).hasSize(1);
		assertThat(quota("available_minor")).isEqualTo(100000);
	}

	@Test
	@Tag("VOU-13")
	void tellsOnceOfCouponsThatExpireSoon() {
		this.coupons.issue(this.partner, this.quota, this.customer, 2, "2.00", TEN_DAYS);
		this.notices.sweep();
		assertThat(this.announced.next(CouponsExpiring.class)).isEmpty();
		this.clock.advance(Duration.ofDays(3));
		this.notices.sweep();
		assertThat(this.announced.next(CouponsExpiring.class)).singleElement().satisfies((event) -> {
			assertThat(event.coupons()).hasSize(2);
			assertThat(event.customerId()).isEqualTo(this.customer);
		});
		this.notices.sweep();
		assertThat(this.announced.next()).isEmpty();
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

	private String state(UUID voucher) {
		return this.client.as(this.partner.administrator()).get("/api/v1/vouchers/" + voucher).text("/state");
	}

	private long quota(String bucket) {
		return this.jdbc.sql("select " + bucket + " from quota where id = :id::uuid")
			.param("id", this.quota)
			.query(Long.class)
			.single();
	}

	private long count(String table, String condition) {
		return this.jdbc.sql("select count(*) from " + table + " where customer_id = :id and " + condition)
			.param("id", this.customer)
			.query(Long.class)
			.single();
	}

}
