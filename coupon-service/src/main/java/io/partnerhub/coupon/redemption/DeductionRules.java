package io.partnerhub.coupon.redemption;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.coupon.HeldCoupon;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;

/**
 * How much each picked coupon pays of an order: voucher first, then cash coupons (USE-02,
 * CSH-09), none more than needed (USE-05), cash coupons together within the strictest
 * ratio (CSH-08).
 */
final class DeductionRules {

	private DeductionRules() {
	}

	/** USE-01: one voucher, and no more coupons than a payment takes. */
	static void checkChoice(Collection<Coupon> picked) {
		if (picked.stream().filter((coupon) -> coupon.type() == CouponType.VOUCHER).count() > 1) {
			throw Problem.conflict("TOO_MANY_VOUCHERS", "An order can be paid with one voucher.");
		}
	}

	/** Amounts in the order of deduction; a coupon with nothing to do is refused. */
	static Map<Coupon, Money> shares(Collection<HeldCoupon> picked, PayableOrder order) {
		List<Coupon> coupons = picked.stream().map(HeldCoupon::coupon).sorted(EligibilityRules.DEDUCTION).toList();
		Map<Coupon, Money> free = new LinkedHashMap<>();
		picked.forEach((held) -> free.put(held.coupon(), held.free()));
		Money[] left = order.lines().stream().map(PayableOrder.Line::payable).toArray(Money[]::new);
		Money cash = EligibilityRules.cashCap(coupons, order);
		Map<Coupon, Money> shares = new LinkedHashMap<>();
		for (Coupon coupon : coupons) {
			boolean isCash = coupon.type() == CouponType.CASH_COUPON;
			Money wanted = free.getOrDefault(coupon, Money.zero());
			Money share = take(coupon, isCash ? EligibilityRules.min(wanted, cash) : wanted, order, left, coupons);
			if (share.isZero()) {
				throw refusal(coupon, isCash && cash.isZero());
			}
			cash = isCash ? cash.minus(share) : cash;
			shares.put(coupon, share);
		}
		return shares;
	}

	/** First from products that few of the other coupons fit, so that more is covered. */
	private static Money take(Coupon coupon, Money most, PayableOrder order, Money[] left, List<Coupon> coupons) {
		int[] matching = IntStream.range(0, left.length)
			.filter((line) -> fits(coupon, order, line))
			.boxed()
			.sorted(Comparator
				.comparingLong((line) -> coupons.stream().filter((each) -> fits(each, order, line)).count()))
			.mapToInt(Integer::intValue)
			.toArray();
		Money wanted = most;
		for (int line : matching) {
			Money part = EligibilityRules.min(wanted, left[line]);
			left[line] = left[line].minus(part);
			wanted = wanted.minus(part);
		}
		return most.minus(wanted);
	}

	private static boolean fits(Coupon coupon, PayableOrder order, int line) {
		return EligibilityRules.matches(coupon.terms().limits(), order.lines().get(line));
	}

	private static Problem refusal(Coupon coupon, boolean ratio) {
		Problem problem = ratio
				? Problem.conflict("RATIO_EXCEEDED", "The other cash coupons pay already what cash coupons may pay.")
				: Problem.conflict("COUPON_NOT_NEEDED", "The other coupons pay already all that this one could.");
		return problem.with("couponId", coupon.id());
	}

}
