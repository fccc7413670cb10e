package io.partnerhub.coupon.redemption;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.coupon.HeldCoupon;
import io.partnerhub.coupon.limit.Limits;
import io.partnerhub.coupon.limit.OrderType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.testkit.MovableClock;

/** Coupons and their limits for tests of rules. */
final class Given {

	static final String ENTITY = "CN-1";

	static final Instant EXPIRY = MovableClock.START.plusSeconds(86400);

	private Given() {
	}

	static HeldCoupon voucher(String face, Limits limits) {
		return coupon(CouponType.VOUCHER, face, "0.00", limits, false);
	}

	static HeldCoupon cash(String face, Limits limits) {
		return coupon(CouponType.CASH_COUPON, face, "0.00", limits, false);
	}

	static HeldCoupon invoicedToUser(String face) {
		return coupon(CouponType.CASH_COUPON, face, "0.00", Limits.NONE, true);
	}

	static HeldCoupon coupon(CouponType type, String face, String minimum, Limits limits, boolean invoiceToUser) {
		UUID partner = Ids.next();
		return new HeldCoupon(
				new Coupon(Ids.next(), type, partner, partner, Ids.next(), new Coupon.Holder(Ids.next(), 0, null),
						new Coupon.Terms(Money.of(face), Money.of(minimum), limits, invoiceToUser,
								invoiceToUser ? ENTITY : null, MovableClock.START, EXPIRY),
						Money.of(face), Money.zero(), 0, null, null, null, MovableClock.START, 1),
				0, false);
	}

	/** The same coupon after some use. */
	static HeldCoupon used(HeldCoupon held, String balance, String locked, int times, int openOrders) {
		Coupon coupon = held.coupon();
		return new HeldCoupon(new Coupon(coupon.id(), coupon.type(), coupon.partnerId(), coupon.ownerPartnerId(),
				coupon.quotaId(), coupon.holder(), coupon.terms(), Money.of(balance), Money.of(locked), times, null,
				null, null, coupon.createdAt(), 2), openOrders, false);
	}

	/** The same coupon given under a link. */
	static HeldCoupon under(HeldCoupon held, int epoch) {
		Coupon coupon = held.coupon();
		Coupon.Holder holder = new Coupon.Holder(coupon.customerId(), epoch, AssociationType.RESALE);
		return new HeldCoupon(new Coupon(coupon.id(), coupon.type(), coupon.partnerId(), coupon.ownerPartnerId(),
				coupon.quotaId(), holder, coupon.terms(), coupon.balance(), coupon.locked(), 0, null, null, null,
				coupon.createdAt(), 1), 0, false);
	}

	static Limits ratio(String ratio) {
		return limits(Set.of(), Set.of(), 0, new BigDecimal(ratio));
	}

	static Limits services(String... services) {
		return limits(Set.of(services), Set.of(), 0, null);
	}

	static Limits times(int times) {
		return limits(Set.of(), Set.of(), times, null);
	}

	static Limits orderTypes(OrderType... types) {
		return limits(Set.of(), Set.of(types), 0, null);
	}

	private static Limits limits(Set<String> services, Set<OrderType> types, int times, BigDecimal ratio) {
		return new Limits(services, Set.of(), Set.of(), Set.of(), Set.of(), types, Set.of(), null, null, false, false,
				times, Set.of(), false, ratio, 0);
	}

}
