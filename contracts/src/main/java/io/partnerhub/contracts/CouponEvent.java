package io.partnerhub.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What coupon-service announces about vouchers (代金券) and cash coupons (现金券): the key is
 * the customer who holds them.
 */
public sealed interface CouponEvent extends Event {

	UUID customerId();

	/** The partner who issued them. */
	UUID ownerPartnerId();

	@Override
	default UUID key() {
		return customerId();
	}

	/**
	 * A voucher reached a customer; {@code epoch} is the link it was issued under
	 * (REC-06).
	 */
	record VoucherIssued(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch, UUID voucherId, UUID quotaId,
			Amount faceValue, Instant effectiveAt, Instant expiresAt) implements CouponEvent {
	}

	/**
	 * A cash coupon reached a customer.
	 *
	 * @param epoch the customer's link with the issuer, 0 if there is none
	 * @param invoiceToCouponUser whether its user is the recipient of the invoice
	 * (CSH-07)
	 */
	record CashCouponIssued(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch, UUID couponId,
			UUID quotaId, Amount faceValue, boolean invoiceToCouponUser, Instant effectiveAt,
			Instant expiresAt) implements CouponEvent {
	}

	/**
	 * Vouchers went back to their quotas.
	 *
	 * @param operationType record type of chapter 6.4: 2 by hand, 3 at the end of the
	 * link, and so on
	 * @param vouchers 1 to 500 vouchers; a larger reclaim is announced in several events
	 */
	record VouchersReclaimed(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch, int operationType,
			List<ReclaimedVoucher> vouchers) implements CouponEvent {
	}

	/** One reclaimed voucher with the amount that really went back. */
	record ReclaimedVoucher(UUID voucherId, UUID quotaId, Amount amount) {
	}

	/**
	 * Cash coupons went back to their quotas.
	 *
	 * @param operationType as of vouchers; 7 as the customer became a RESALE customer
	 * @param coupons 1 to 500
	 */
	record CashCouponsReclaimed(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch, int operationType,
			List<CouponAmount> coupons) implements CouponEvent {
	}

	/** One coupon and what went back of it. */
	record CouponAmount(UUID couponId, UUID quotaId, Amount amount) {
	}

	/** An amount of a coupon is held for an order that is not paid yet (USE-05). */
	record CouponLocked(UUID partnerId, UUID ownerPartnerId, UUID customerId, UUID couponId, CouponType type,
			String orderId, Amount amount) implements CouponEvent {
	}

	/**
	 * The order was cancelled, its time ran out, or the coupon ended before it was paid.
	 */
	record CouponUnlocked(UUID partnerId, UUID ownerPartnerId, UUID customerId, UUID couponId, CouponType type,
			String orderId, Amount amount) implements CouponEvent {
	}

	/**
	 * An order was paid with a coupon.
	 *
	 * @param balance what is left of the coupon
	 */
	record CouponUsed(UUID partnerId, UUID ownerPartnerId, UUID customerId, UUID couponId, CouponType type,
			String orderId, Amount amount, Amount balance) implements CouponEvent {
	}

	/**
	 * An order paid with a coupon was refunded.
	 *
	 * @param usable whether the customer has the amount again; otherwise it went to the
	 * quota or is void (REC-06, USE-07)
	 */
	record CouponReturned(UUID partnerId, UUID ownerPartnerId, UUID customerId, UUID couponId, CouponType type,
			String orderId, Amount amount, boolean usable) implements CouponEvent {
	}

	/**
	 * Coupons of a customer expired with something left, which went back to their quotas.
	 *
	 * @param coupons 1 to 500
	 */
	record CouponsExpired(UUID partnerId, UUID ownerPartnerId, UUID customerId, CouponType type,
			List<CouponAmount> coupons) implements CouponEvent {
	}

	/**
	 * Coupons of a customer expire within the configured number of days.
	 *
	 * @param coupons 1 to 500
	 */
	record CouponsExpiring(UUID partnerId, UUID ownerPartnerId, UUID customerId, CouponType type,
			List<ExpiringCoupon> coupons) implements CouponEvent {
	}

	/** One coupon, what is left of it, and until when. */
	record ExpiringCoupon(UUID couponId, Amount balance, Instant expiresAt) {
	}

	/**
	 * All vouchers of an ended link are reclaimed; answers {@code customer.disassociated}
	 * (DIS-09).
	 */
	record CustomerCouponsReclaimed(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch, long count,
			Amount amount) implements CouponEvent {
	}

}
