package io.partnerhub.coupon.cashcoupon;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.limit.Limits;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A cash coupon as its customer sees it (CSH-14): without the issuer's remark and quota.
 *
 * @param balance what is left of the face value, held amounts included
 * @param locked what of it is held for unpaid orders
 * @param limits absent: not limited; other customers are not named
 * @param invoiceToCouponUser whether what he pays with it is invoiced to him (CSH-07)
 * @param usedTimes how many orders it has paid
 */
record OwnCashCoupon(UUID id, Money faceValue, Money balance, Money locked, Money minimumOrderAmount,
		@Nullable Limits limits, boolean invoiceToCouponUser, Coupon.State state, int usedTimes,
		@Nullable Instant lastUsedAt, Instant effectiveAt, Instant expiresAt) {

	static OwnCashCoupon of(Coupon coupon, Instant now) {
		Coupon.Terms terms = coupon.terms();
		return new OwnCashCoupon(coupon.id(), coupon.face(), coupon.balance(), coupon.locked(), terms.minimumOrder(),
				CouponView.limits(terms.limits().withoutNames()), terms.invoiceToUser(), coupon.stateAt(now),
				coupon.usedTimes(), coupon.lastUsedAt(), terms.effectiveAt(), terms.expiresAt());
	}

}
