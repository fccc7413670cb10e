package io.partnerhub.coupon.redemption;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.platform.money.Money;

/**
 * The customer's coupons for an order.
 *
 * @param deductionOrder what is deducted first (USE-02)
 * @param couponsPerPayment most coupons a payment takes, of them one voucher (USE-01)
 * @param coupons in the order of deduction, those that do not fit among them
 */
record OfferView(List<String> deductionOrder, int couponsPerPayment, List<CouponView> coupons) {

	private static final List<String> DEDUCTION_ORDER = List.of("DISCOUNT", "VOUCHER", "CASH_COUPON", "CASH");

	static OfferView of(List<Eligibility> coupons, int couponsPerPayment) {
		return new OfferView(DEDUCTION_ORDER, couponsPerPayment, coupons.stream().map(CouponView::of).toList());
	}

	/**
	 * One coupon.
	 *
	 * @param balance what is left of it
	 * @param free what of that no other order holds
	 * @param usable most it can pay of the order, used alone; 0.00 if it does not fit
	 * @param refusals all reasons why it does not fit; none if it does
	 */
	record CouponView(UUID couponId, CouponType type, Money faceValue, Money balance, Money free, Money usable,
			Set<Refusal> refusals, Instant expiresAt) {

		static CouponView of(Eligibility each) {
			return new CouponView(each.held().coupon().id(), each.held().coupon().type(), each.held().coupon().face(),
					each.held().coupon().balance(), each.held().free(), each.usable(), each.refusals(),
					each.held().coupon().terms().expiresAt());
		}

	}

}
