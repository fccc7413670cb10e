package io.partnerhub.coupon.redemption;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/** What may come back of the coupons of a paid order (USE-07). */
final class UnsubscriptionRules {

	private UnsubscriptionRules() {
	}

	/**
	 * Which coupons get nothing back; each is judged for itself. Vouchers come back only
	 * within the no-reason rule or if the order was never provided; nothing more than the
	 * order used and has not given back yet. What is refused once always is.
	 */
	static Map<UUID, ReturnRefusal> refusals(ReturnOrder order, List<Reservation.Line> lines) {
		Map<UUID, Reservation.Line> used = byCoupon(lines);
		Map<UUID, ReturnRefusal> refusals = new HashMap<>();
		order.amounts()
			.forEach((coupon, amount) -> refusal(order.cause(), used.get(coupon), amount)
				.ifPresent((refusal) -> refusals.put(coupon, refusal)));
		return refusals;
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

	private static Optional<ReturnRefusal> refusal(ReturnCause cause, Reservation.@Nullable Line line, Money amount) {
		if (line == null) {
			return Optional.of(ReturnRefusal.COUPON_NOT_FOUND);
		}
		if (cause == ReturnCause.UNSUBSCRIPTION && line.type() == CouponType.VOUCHER) {
			return Optional.of(ReturnRefusal.VOUCHER_NOT_RETURNED);
		}
		return (amount.compareTo(line.left()) > 0) ? Optional.of(ReturnRefusal.RETURN_EXCEEDS_USED) : Optional.empty();
	}

	private static Map<UUID, Reservation.Line> byCoupon(List<Reservation.Line> lines) {
		return lines.stream().collect(Collectors.toMap(Reservation.Line::couponId, Function.identity()));
	}

}
