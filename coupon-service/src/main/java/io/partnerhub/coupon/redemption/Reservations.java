package io.partnerhub.coupon.redemption;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.coupon.CouponLock;
import io.partnerhub.coupon.coupon.CouponLocks;
import io.partnerhub.coupon.coupon.HeldCoupon;
import io.partnerhub.coupon.customer.KnownCustomers;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * From the picked coupons of an unpaid order to used ones (6.8): reserved, kept as long
 * as its payment runs, then used or released. Repeating a step changes nothing. Locks the
 * customer, then the reservation, then quotas and coupons.
 */
@Service
class Reservations {

	private final ReservationStore store;

	private final RedemptionStore redemptions;

	private final CouponLocks locks;

	private final EligibleCoupons eligible;

	private final KnownCustomers customers;

	private final Contents contents;

	private final RedemptionSettings settings;

	private final Clock clock;

	Reservations(ReservationStore store, RedemptionStore redemptions, CouponLocks locks, EligibleCoupons eligible,
			KnownCustomers customers, Contents contents, RedemptionSettings settings, Clock clock) {
		this.store = store;
		this.redemptions = redemptions;
		this.locks = locks;
		this.eligible = eligible;
		this.customers = customers;
		this.contents = contents;
		this.settings = settings;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	Reservation get(Caller caller, UUID id) {
		caller.require(Caller.Kind.SERVICE);
		return this.store.find(id).orElseThrow(Reservations::unknown);
	}

	/** Holds of each picked coupon what the order needs of it (USE-05). */
	@Transactional
	Reservation reserve(Caller caller, Pick pick) {
		caller.require(Caller.Kind.SERVICE);
		checkChoice(pick);
		this.customers.holdBuyer(pick.order().customerId());
		Reservation wanted = wanted(pick);
		Optional<Reservation> present = present(wanted);
		if (present.isEmpty() && !this.store.insert(wanted)) {
			present = present(wanted);
		}
		if (present.isPresent()) {
			return present.get();
		}
		Map<Coupon, Money> shares = shares(pick);
		this.store.insertLines(wanted.id(), shares);
		this.locks.lock(wanted.orderId(), shares);
		return this.store.find(wanted.id()).orElseThrow();
	}

	/**
	 * From now on no time-out ends it, for a payment's outcome may be unknown. Refused if
	 * a coupon was voided or cannot be used any more, so that the customer never pays
	 * another price than he saw.
	 */
	@Transactional
	Reservation startPayment(Caller caller, UUID id) {
		Reservation reservation = lock(caller, id);
		if (reservation.state() == Reservation.State.RESERVED) {
			Instant now = this.clock.instant();
			checkPayable(reservation, now);
			this.locks.startPayment(reservation.orderId());
			this.store.change(List.of(id), Reservation.State.PAYING, now);
		}
		else if (!Set.of(Reservation.State.PAYING, Reservation.State.USED).contains(reservation.state())) {
			throw over(reservation);
		}
		return this.store.find(id).orElseThrow();
	}

	/** The money settled: what was held is used. */
	@Transactional
	Reservation use(Caller caller, UUID id) {
		Reservation reservation = lock(caller, id);
		switch (reservation.state()) {
			case PAYING -> {
				Instant now = this.clock.instant();
				checkKept(reservation, this.locks.settle(reservation.orderId()));
				this.redemptions.insertUsed(reservation, now);
				this.store.change(List.of(id), Reservation.State.USED, now);
			}
			case RESERVED -> throw Problem.conflict("PAYMENT_NOT_STARTED", "No payment of the order has begun.");
			case RELEASED, EXPIRED -> throw over(reservation);
			case USED -> {
			}
		}
		return this.store.find(id).orElseThrow();
	}

	/** The order was cancelled or its payment failed for certain. */
	@Transactional
	Reservation release(Caller caller, UUID id) {
		Reservation reservation = lock(caller, id);
		if (reservation.state() == Reservation.State.USED) {
			throw Problem.conflict("ORDER_ALREADY_PAID", "The coupons are used; a refund gives them back.");
		}
		if (reservation.state().open()) {
			this.locks.unlock(List.of(reservation.orderId()));
			this.store.change(List.of(id), Reservation.State.RELEASED, this.clock.instant());
		}
		return this.store.find(id).orElseThrow();
	}

	private void checkChoice(Pick pick) {
		if (pick.couponIds().size() > this.settings.couponsPerPayment()) {
			throw Problem.badRequest("TOO_MANY_COUPONS", "A payment takes no more coupons than that.")
				.with("most", this.settings.couponsPerPayment());
		}
		if (pick.discountIds().size() > this.settings.discountsPerPayment()) {
			throw Problem.badRequest("TOO_MANY_DISCOUNTS", "A payment takes no more discounts than that.")
				.with("most", this.settings.discountsPerPayment());
		}
	}

	private Reservation wanted(Pick pick) {
		Instant now = this.clock.instant();
		return new Reservation(Ids.next(), pick.order().id(), pick.requestId(), pick.order().customerId(),
				Reservation.State.RESERVED, pick.order().payable(), this.contents.digest(pick), List.of(), now,
				now.plus(this.settings.reservedFor()));
	}

	/** What this request, or another one for the order, has got already. */
	private Optional<Reservation> present(Reservation wanted) {
		Optional<Reservation> present = this.store.ofRequest(wanted.orderId(), wanted.requestId())
			.or(() -> this.store.ofOrder(wanted.orderId()));
		present.filter((other) -> !other.sameAs(wanted)).ifPresent((other) -> {
			throw Problem.conflict("ORDER_HAS_RESERVATION", "Other coupons are reserved for this order.")
				.with("reservationId", other.id());
		});
		return present;
	}

	private Map<Coupon, Money> shares(Pick pick) {
		List<HeldCoupon> coupons = this.locks.hold(pick.order().customerId(), pick.couponIds());
		if (coupons.size() < pick.couponIds().size()) {
			throw Problem.notFound("COUPON_NOT_FOUND", "coupon");
		}
		DeductionRules.checkChoice(coupons.stream().map(HeldCoupon::coupon).toList());
		Standing standing = this.eligible.standing(this.customers.buyer(pick.order().customerId()), coupons);
		Instant now = this.clock.instant();
		List<Unusable> unusable = coupons.stream()
			.map((held) -> EligibilityRules.assess(held, pick.order(), standing, now))
			.filter((each) -> !each.fits())
			.map((each) -> new Unusable(each.held().coupon().id(), each.refusals()))
			.toList();
		refuse(unusable);
		return DeductionRules.shares(coupons, pick.order());
	}

	private void checkPayable(Reservation reservation, Instant now) {
		if (!now.isBefore(reservation.expiresAt())) {
			throw over(reservation);
		}
		List<UUID> ids = reservation.lines().stream().map(Reservation.Line::couponId).toList();
		List<HeldCoupon> coupons = this.locks.hold(reservation.customerId(), ids);
		Standing standing = this.eligible.standing(this.customers.buyer(reservation.customerId()), coupons);
		refuse(coupons.stream()
			.map((held) -> new Unusable(held.coupon().id(), EligibilityRules.ofStanding(held, standing, now)))
			.filter((each) -> !each.reasons().isEmpty())
			.toList());
		if (this.locks.of(reservation.orderId()).size() < ids.size()) {
			throw Problem.conflict("COUPON_VOIDED", "A coupon of the order ended; release it, and pay without.")
				.with("reservationId", reservation.id());
		}
	}

	private static void checkKept(Reservation reservation, List<CouponLock> used) {
		if (used.size() != reservation.lines().size()) {
			throw new IllegalStateException("coupons of the running payment of " + reservation.id() + " were voided");
		}
	}

	/** The customer's row before the reservation's. */
	private Reservation lock(Caller caller, UUID id) {
		Reservation known = get(caller, id);
		this.customers.holdBuyer(known.customerId());
		return this.store.lock(id).orElseThrow(Reservations::unknown);
	}

	private static void refuse(List<Unusable> unusable) {
		if (!unusable.isEmpty()) {
			throw Problem.conflict("COUPON_NOT_USABLE", "Not all of the coupons can be used for this order.")
				.with("coupons", unusable);
		}
	}

	private static Problem over(Reservation reservation) {
		return Problem.conflict("RESERVATION_OVER", "The coupons are not reserved any more.")
			.with("state", reservation.state());
	}

	private static Problem unknown() {
		return Problem.notFound("RESERVATION_NOT_FOUND", "reservation");
	}

	/** A picked coupon that does not fit, and why. */
	record Unusable(UUID couponId, Set<Refusal> reasons) {
	}

}
