package io.partnerhub.coupon.coupon;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.quota.Quota;
import io.partnerhub.coupon.quota.Quotas;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.testkit.MovableClock;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Issues many coupons of a customer's first link at once, and lets orders hold and use
 * some.
 */
@TestComponent
class ManyCoupons {

	private final Coupons coupons;

	private final CouponLocks locks;

	private final Quotas quotas;

	private final TransactionTemplate transaction;

	ManyCoupons(Coupons coupons, CouponLocks locks, Quotas quotas, PlatformTransactionManager transactions) {
		this.coupons = coupons;
		this.locks = locks;
		this.quotas = quotas;
		this.transaction = new TransactionTemplate(transactions);
	}

	List<UUID> issue(A.Partner partner, String quotaId, UUID customer, int count, String face, Duration validity) {
		return issue(partner, quotaId, customer, count, face, validity, MovableClock.START, 1);
	}

	List<UUID> issue(A.Partner partner, String quotaId, UUID customer, int count, String face, Duration validity,
			Instant issuedAt, int epoch) {
		return this.transaction.execute((status) -> {
			Quota quota = this.quotas.lock(partner.id(), UUID.fromString(quotaId));
			Instant expiresAt = MovableClock.START.plus(validity);
			List<Coupon> all = Stream.generate(() -> coupon(quota, customer, face, expiresAt, issuedAt, epoch))
				.limit(count)
				.toList();
			this.coupons.issue(List.of(new Coupons.Handout(all, "admin", null)));
			return all.stream().map(Coupon::id).toList();
		});
	}

	void hold(UUID customer, UUID coupon, String order, String amount) {
		inTransaction(() -> {
			Coupon held = this.locks.hold(customer, List.of(coupon)).getFirst().coupon();
			this.locks.lock(order, Map.of(held, Money.of(amount)));
		});
	}

	void startPayment(String order) {
		inTransaction(() -> this.locks.startPayment(order));
	}

	void settle(String order) {
		inTransaction(() -> this.locks.settle(order));
	}

	void inTransaction(Runnable work) {
		this.transaction.executeWithoutResult((status) -> work.run());
	}

	private static Coupon coupon(Quota quota, UUID customer, String face, Instant expiresAt, Instant issuedAt,
			int epoch) {
		Money money = Money.of(face);
		return new Coupon(Ids.next(), quota.type(), quota.partnerId(), quota.ownerPartnerId(), quota.id(),
				new Coupon.Holder(customer, epoch, (epoch > 0) ? AssociationType.RESALE : null), new Coupon.Terms(money,
						Money.zero(), quota.terms().limits(), false, null, MovableClock.START, expiresAt),
				money, Money.zero(), 0, null, null, null, issuedAt, 1);
	}

}
