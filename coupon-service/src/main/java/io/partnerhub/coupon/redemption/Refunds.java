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

	/**
	 * What of it may come back does, whatever is refused beside it; a repeat gets the
	 * same answer.
	 */
	@Transactional
	Returns giveBack(Caller caller, UUID id, ReturnOrder order) {
		Buyer buyer = this.customers.holdBuyer(this.reservations.get(caller, id).customerId());
		Reservation reservation = this.store.lock(id).orElseThrow();
		Map<UUID, Money> before = before(reservation, order);
		if (before.isEmpty() && reservation.state() != Reservation.State.USED) {
			throw Problem.conflict("ORDER_NOT_PAID", "Only what a paid order used can come back.")
				.with("state", reservation.state());
		}
		ReturnOrder rest = order.without(before.keySet());
		Map<UUID, ReturnRefusal> refused = UnsubscriptionRules.refusals(rest, reservation.lines());
		ReturnOrder granted = rest.without(refused.keySet());
		if (before.isEmpty()) {
			giveBack(reservation, buyer, granted, caller.subject());
		}
		else if (!granted.amounts().isEmpty()) {
			throw differs();
		}
		return new Returns(this.redemptions.ofRequest(reservation.orderId(), order.requestId()), refused);
	}

	/** What the same request has given back already. */
	private Map<UUID, Money> before(Reservation reservation, ReturnOrder order) {
		Map<UUID, Money> before = this.redemptions.ofRequest(reservation.orderId(), order.requestId())
			.stream()
			.collect(Collectors.toMap(Reservation.Use::couponId, Reservation.Use::amount));
		boolean same = order.amounts().entrySet().containsAll(before.entrySet()) && (before.isEmpty()
				|| this.redemptions.hasCause(reservation.orderId(), order.requestId(), order.cause()));
		if (!same) {
			throw differs();
		}
		return before;
	}

	private void giveBack(Reservation reservation, Buyer buyer, ReturnOrder granted, String operator) {
		if (!granted.amounts().isEmpty()) {
			Map<UUID, Fate> fates = this.refunds.refund(new CouponRefunds.Refund(reservation.orderId(), buyer,
					granted.amounts(), UnsubscriptionRules.wholly(granted, reservation.lines()),
					granted.cause().operation(), operator));
			this.store.addReturned(reservation.id(), granted.amounts());
			this.redemptions.insertReturned(reservation, granted, fates, this.clock.instant());
		}
	}

	private static Problem differs() {
		return Problem.conflict("RETURN_DIFFERS", "This request has given back something else.");
	}

	/** What came back, and what did not for which reason. */
	record Returns(List<Reservation.Use> returned, Map<UUID, ReturnRefusal> refused) {
	}

}
