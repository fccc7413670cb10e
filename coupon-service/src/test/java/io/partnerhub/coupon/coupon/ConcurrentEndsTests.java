package io.partnerhub.coupon.coupon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponEvent.CustomerCouponsReclaimed;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponScenario;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Commands race the end of a link and expiry: no unit goes back twice, none is lost. */
@Import(ManyCoupons.class)
@TestPropertySource(properties = { "partnerhub.coupon.reclaim.vouchers-per-event=20",
		"partnerhub.coupon.reclaim.coupons-per-step=40" })
class ConcurrentEndsTests extends CouponScenario {

	private static final int ATTEMPTS = 320;

	private final UUID other = Ids.next();

	@Autowired
	private MovableClock clock;

	@Autowired
	private ManyCoupons coupons;

	@Autowired
	private CouponExpiry expiry;

	private String quota = "";

	private List<UUID> vouchers = List.of();

	@BeforeEach
	void aHundredVouchers() {
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		this.hears.event(this.partner.linked(this.other, 1, AssociationType.RESALE));
		this.quota = quota("1000.00");
		this.vouchers = this.coupons.issue(this.partner, this.quota, this.customer, 100, "3.00", Duration.ofMinutes(1));
		this.announced.next();
	}

	@AfterEach
	void turnTheClockBack() {
		this.clock.reset();
	}

	@RepeatedTest(3)
	@Tag("I-06")
	@Tag("I-07")
	@Tag("REC-06")
	void conservesWhenTheLinkEnds() throws Exception {
		race(() -> this.hears.event(this.partner.unlinked(this.customer, 1)));
		await().until(() -> count("ended_link", "state = 'DONE'") == 1);
		assertThat(count("coupon", "balance_minor > 0")).isZero();
		assertThat(this.announced.next(CustomerCouponsReclaimed.class)).singleElement()
			.returns(count("operation_record", "operation_type = 3"), CustomerCouponsReclaimed::count);
		assertConserved();
	}

	@RepeatedTest(3)
	@Tag("I-04")
	@Tag("I-08")
	@Tag("REC-07")
	void conservesWhenTheyExpire() throws Exception {
		race(() -> {
			this.clock.advance(Duration.ofMinutes(1));
			this.expiry.sweep();
		});
		this.expiry.sweep();
		assertThat(count("coupon", "balance_minor > 0 and expires_at < '2026-03-02'")).isZero();
		assertConserved();
	}

	/** Parts, whole vouchers, batches and issues to him and to another customer. */
	private void race(Runnable end) throws Exception {
		List<Callable<Integer>> calls = new ArrayList<>();
		for (int i = 0; i < ATTEMPTS; i++) {
			UUID voucher = this.vouchers.get(i * 7 % 100);
			calls.add(switch (i % 5) {
				case 0 -> () -> reclaim(voucher, Map.of());
				case 1, 2 -> () -> reclaim(voucher, Map.of("amount", A.money("1.00")));
				case 3 -> () -> issue((voucher.hashCode() % 2 == 0) ? this.customer : this.other);
				default -> () -> reclaimAll(voucher);
			});
		}
		calls.add(ATTEMPTS / 4, () -> {
			end.run();
			return 200;
		});
		try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
			for (Future<Integer> outcome : threads.invokeAll(calls)) {
				assertThat(outcome.get()).isIn(200, 201, 409);
			}
		}
	}

	private int reclaim(UUID voucher, Map<String, Object> body) {
		return admin().post("/api/v1/vouchers/" + voucher + "/reclamation", body).status();
	}

	private int reclaimAll(UUID voucher) {
		List<UUID> batch = List.of(voucher, this.vouchers.get(50), this.vouchers.get(99));
		return admin()
			.post("/api/v1/voucher-reclamations", Map.of("voucherIds", List.copyOf(new LinkedHashSet<>(batch))))
			.status();
	}

	private int issue(UUID whom) {
		return admin().post("/api/v1/vouchers", A.issue(this.quota, "1.00", whom)).status();
	}

	/** Records, coupons, buckets and journal tell the same. */
	private void assertConserved() {
		assertThat(this.jdbc.sql("""
				select count(*)
				from coupon c
				where c.quota_id = :id::uuid
				  and c.reclaimed_minor + c.expired_minor <> coalesce((
				          select sum(amount_minor)
				          from operation_record r
				          where r.coupon_id = c.id and r.operation_type <> 1), 0)
				""").param("id", this.quota).query(Long.class).single()).isZero();
		assertThat(this.jdbc.sql("""
				select q.live_minor = (select sum(balance_minor) from coupon where quota_id = q.id)
				       and q.available_minor + q.live_minor = q.granted_minor
				       and q.last_sequence = (select count(*) from quota_journal where quota_id = q.id)
				       and q.available_minor = (
				           select sum(case when target = 'AVAILABLE' then amount_minor else 0 end
				                      - case when source = 'AVAILABLE' then amount_minor else 0 end)
				           from quota_journal where quota_id = q.id)
				from quota q
				where q.id = :id::uuid
				""").param("id", this.quota).query(Boolean.class).single()).isTrue();
	}

	private long count(String table, String condition) {
		return this.jdbc.sql("select count(*) from " + table + " where customer_id = :id and " + condition)
			.param("id", this.customer)
			.query(Long.class)
			.single();
	}

}
