package io.partnerhub.coupon.redemption;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.coupon.coupon.CouponRefunds;
import io.partnerhub.coupon.coupon.Fate;
import io.partnerhub.coupon.customer.Buyer;
import io.partnerhub.coupon.customer.KnownCustomers;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refunds of a paid order give its coupons back, in parts if need be, never more than it
 * used (USE-07). Each refund counts once.
 */
@Service
class Refunds {

	private final Reservations reservations;

	private final ReservationStore store;

	private final RedemptionStore redemptions;

	private final CouponRefunds refunds;

	private final KnownCustomers customers;

	private final Clock clock;

	Refunds(Reservations reservations, ReservationStore store, RedemptionStore redemptions, CouponRefunds refunds,
			KnownCustomers customers, Clock clock) {
		this.reservations = reservations;
		this.store = store;
		this.redemptions = redemptions;
		this.refunds = refunds;
		this.customers = customers;
		this.clock = clock;
	}

	/** Tells what became of each amount. */
	@Transactional
	List<Reservation.Use> giveBack(Caller caller, UUID id, ReturnOrder order) {
		Buyer buyer = this.customers.holdBuyer(this.reservations.get(caller, id).customerId());
		Reservation reservation = this.store.lock(id).orElseThrow();
		List<Reservation.Use> before = this.redemptions.ofRequest(reservation.orderId(), order.requestId());
		if (!before.isEmpty()) {
			return repeated(reservation, order, before);
		}
		if (reservation.state() != Reservation.State.USED) {
			throw Problem.conflict("ORDER_NOT_PAID", "Only what a paid order used can come back.")
				.with("state", reservation.state());
		}
		UnsubscriptionRules.check(order, reservation.lines());
		Instant now = this.clock.instant();
		Map<UUID, Fate> fates = this.refunds.refund(new CouponRefunds.Refund(reservation.orderId(), buyer,
				order.amounts(), UnsubscriptionRules.wholly(order, reservation.lines()), order.cause().operation(),
				caller.subject()));
		this.store.addReturned(id, order.amounts());
		this.redemptions.insertReturned(reservation, order, fates, now);
		return this.redemptions.ofRequest(reservation.orderId(), order.requestId());
	}

	private List<Reservation.Use> repeated(Reservation reservation, ReturnOrder order, List<Reservation.Use> before) {
		Map<UUID, Money> amounts = before.stream()
			.collect(Collectors.toMap(Reservation.Use::couponId, Reservation.Use::amount));
		if (!amounts.equals(order.amounts())
				|| !this.redemptions.hasCause(reservation.orderId(), order.requestId(), order.cause())) {
			throw Problem.conflict("RETURN_DIFFERS", "This request has given back something else.");
		}
		return before;
	}

}
