package io.partnerhub.coupon.redemption;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What may come back of the coupons of a paid order (USE-07). */
final class UnsubscriptionRules {

	private UnsubscriptionRules() {
	}

	/**
	 * Vouchers only within the no-reason rule or if the order was never provided; nothing
	 * more than the order used and has not given back yet.
	 */
	static void check(ReturnOrder order, List<Reservation.Line> lines) {
		Map<UUID, Reservation.Line> used = byCoupon(lines);
		order.amounts().forEach((coupon, amount) -> check(order.cause(), used.get(coupon), coupon, amount));
	}

	/** Coupons of which the order keeps nothing after this. */
	static Set<UUID> wholly(ReturnOrder order, List<Reservation.Line> lines) {
		Map<UUID, Reservation.Line> used = byCoupon(lines);
		return order.amounts()
			.entrySet()
			.stream()
			.filter((each) -> Objects.requireNonNull(used.get(each.getKey())).left().equals(each.getValue()))
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	private static void check(ReturnCause cause, Reservation.@Nullable Line line, UUID coupon, Money amount) {
		if (line == null) {
			throw Problem.notFound("COUPON_NOT_FOUND", "coupon of the order").with("couponId", coupon);
		}
		if (cause == ReturnCause.UNSUBSCRIPTION && line.type() == CouponType.VOUCHER) {
			throw Problem
				.conflict("VOUCHER_NOT_RETURNED", "Outside the no-reason rule an unsubscription gives no voucher back.")
				.with("couponId", coupon);
		}
		if (amount.compareTo(line.left()) > 0) {
			throw Problem.conflict("RETURN_EXCEEDS_USED", "The order did not use that much of the coupon.")
				.with("couponId", coupon)
				.with("returnable", line.left());
		}
	}

	private static Map<UUID, Reservation.Line> byCoupon(List<Reservation.Line> lines) {
		return lines.stream().collect(Collectors.toMap(Reservation.Line::couponId, Function.identity()));
	}

}
