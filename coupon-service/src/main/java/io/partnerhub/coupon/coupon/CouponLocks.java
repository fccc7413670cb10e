package io.partnerhub.coupon.coupon;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.CouponEvent.CouponLocked;
import io.partnerhub.contracts.CouponEvent.CouponUnlocked;
import io.partnerhub.contracts.CouponEvent.CouponUsed;
import io.partnerhub.coupon.coupon.CouponLockStore.Freed;
import io.partnerhub.coupon.quota.Movement;
import io.partnerhub.coupon.quota.Quotas;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.money.Money;
import org.springframework.stereotype.Service;

/**
 * What orders hold of coupons (USE-05): locked while an order is unpaid, untouchable
 * while its payment runs, used once it is paid. A coupon that ends voids what unpaid
 * orders hold of it and waits for running payments (REC-06). Joins the transaction of its
 * caller, who has locked the customer's row.
 */
@Service
public class CouponLocks {

	private final CouponLockStore store;

	private final Endings endings;

	private final Quotas quotas;

	private final Outbox outbox;

	private final Clock clock;

	CouponLocks(CouponLockStore store, Endings endings, Quotas quotas, Outbox outbox, Clock clock) {
		this.store = store;
		this.endings = endings;
		this.quotas = quotas;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * What a customer has that is not used up, reclaimed or expired, the first to expire
	 * first.
	 */
	public List<HeldCoupon> ofCustomer(UUID customerId, int limit) {
		return this.store.ofCustomer(customerId, limit);
	}

	/**
	 * Those of the coupons that are the customer's, locked until the transaction ends.
	 */
	public List<HeldCoupon> hold(UUID customerId, Collection<UUID> couponIds) {
		return this.store.hold(customerId, couponIds);
	}

	/** What the order holds now; what is missing was voided. */
	public List<CouponLock> of(String orderId) {
		return this.store.ofOrders(List.of(orderId));
	}

	/** What orders hold of a coupon, the first to hold first. */
	public List<CouponLock> ofCoupon(UUID couponId, int limit) {
		return this.store.ofCoupon(couponId, limit);
	}

	/** Holds an amount of each coupon, which the caller has locked. */
	public void lock(String orderId, Map<Coupon, Money> amounts) {
		this.store.insert(orderId, amounts, this.clock.instant());
		amounts.forEach((coupon, amount) -> this.outbox.announce(new CouponLocked(coupon.partnerId(),
				coupon.ownerPartnerId(), coupon.customerId(), coupon.id(), coupon.type(), orderId, amount.amount())));
	}

	/** From now on nothing voids what the order holds. */
	public void startPayment(String orderId) {
		this.store.startPayment(orderId);
	}

	/**
	 * The order was paid: what it held is used, and what waited for this payment ends.
	 * Tells what was used of which coupon.
	 */
	public List<CouponLock> settle(String orderId) {
		List<UUID> coupons = coupons(of(orderId));
		this.quotas.lockAll(this.store.quotasOf(coupons));
		this.store.lock(coupons);
		Instant now = this.clock.instant();
		List<Freed> used = this.store.settle(orderId, now);
		this.quotas.book(used.stream()
			.map((each) -> Movement.used(each.coupon().quotaId(), each.lock().amount(), each.coupon().id()))
			.toList());
		used.forEach((each) -> announceUsed(each.coupon(), each.lock()));
		this.endings.finish(used, this.store.ended(coupons), now);
		return used.stream().map(Freed::lock).toList();
	}

	/**
	 * The orders are not paid: what they held is free again, or ends if it waited for
	 * their payment.
	 */
	public void unlock(Collection<String> orderIds) {
		List<CouponLock> locks = this.store.ofOrders(orderIds);
		List<UUID> coupons = coupons(locks);
		if (locks.stream().anyMatch(CouponLock::paying)) {
			this.quotas.lockAll(this.store.quotasOf(coupons));
		}
		this.store.lock(coupons);
		List<Freed> freed = this.store.deleteOfOrders(orderIds);
		freed.forEach((each) -> announceUnlocked(each.coupon(), each.lock()));
		this.endings.finish(freed, this.store.ended(coupons), this.clock.instant());
	}

	/**
	 * Voids what unpaid orders hold of coupons that end; the caller has locked them.
	 * Tells which of them a running payment still needs: they take {@code ending} and end
	 * with the payment.
	 */
	public List<UUID> voidAll(Collection<UUID> couponIds) {
		this.store.deleteUnpaid(couponIds).forEach((each) -> announceUnlocked(each.coupon(), each.lock()));
		return this.store.ofCoupons(couponIds).stream().map(CouponLock::couponId).distinct().toList();
	}

	private static List<UUID> coupons(List<CouponLock> locks) {
		return locks.stream().map(CouponLock::couponId).distinct().toList();
	}

	private void announceUsed(Coupon coupon, CouponLock lock) {
		this.outbox.announce(new CouponUsed(coupon.partnerId(), coupon.ownerPartnerId(), coupon.customerId(),
				coupon.id(), coupon.type(), lock.orderId(), lock.amount().amount(), coupon.balance().amount()));
	}

	private void announceUnlocked(Coupon coupon, CouponLock lock) {
		this.outbox.announce(new CouponUnlocked(coupon.partnerId(), coupon.ownerPartnerId(), coupon.customerId(),
				coupon.id(), coupon.type(), lock.orderId(), lock.amount().amount()));
	}

}
