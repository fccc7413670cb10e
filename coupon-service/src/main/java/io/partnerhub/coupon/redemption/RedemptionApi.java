package io.partnerhub.coupon.redemption;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.coupon.Fate;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * How billing-service pays orders with coupons: reserve, start the payment, then use or
 * release, and give back on refund. Every step can be repeated after an unknown outcome.
 */
@RestController
@Tag(name = "Redemptions")
class RedemptionApi {

	private static final String ID = "[A-Za-z0-9._~-]{1,64}";

	private final EligibleCoupons eligible;

	private final Reservations reservations;

	private final Refunds refunds;

	private final RedemptionSettings settings;

	RedemptionApi(EligibleCoupons eligible, Reservations reservations, Refunds refunds, RedemptionSettings settings) {
		this.eligible = eligible;
		this.reservations = reservations;
		this.refunds = refunds;
		this.settings = settings;
	}

	@PostMapping("/internal/redemptions/eligible-coupons")
	@Operation(summary = "Which coupons of a customer fit an order, and why others do not")
	OfferView offer(Caller caller, @Valid @RequestBody Ask ask) {
		caller.require(Caller.Kind.SERVICE);
		return OfferView.of(this.eligible.of(ask.order().order("", ask.customerId())),
				this.settings.couponsPerPayment());
	}

	@PostMapping("/internal/redemptions")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Hold of each picked coupon what an unpaid order needs of it",
			description = "The same request again, or the same content for the same order, answers the stored "
					+ "reservation. Another choice needs a release first.")
	ReservationView reserve(Caller caller, @Valid @RequestBody Reserve reserve) {
		return ReservationView.of(this.reservations.reserve(caller, reserve.pick()));
	}

	@GetMapping("/internal/redemptions/{id}")
	@Operation(summary = "Show a reservation")
	ReservationView get(Caller caller, @PathVariable UUID id) {
		return ReservationView.of(this.reservations.get(caller, id));
	}

	@PostMapping("/internal/redemptions/{id}/payment")
	@Operation(summary = "Keep what is held until the outcome of the payment is known",
			description = "Refused if a coupon ended or cannot be used any more: release it, and reserve anew.")
	ReservationView startPayment(Caller caller, @PathVariable UUID id) {
		return ReservationView.of(this.reservations.startPayment(caller, id));
	}

	@PostMapping("/internal/redemptions/{id}/use")
	@Operation(summary = "The order is paid: what was held is used")
	ReservationView use(Caller caller, @PathVariable UUID id) {
		return ReservationView.of(this.reservations.use(caller, id));
	}

	@PostMapping("/internal/redemptions/{id}/release")
	@Operation(summary = "The order is cancelled, or its payment failed for certain: what was held is free")
	ReservationView release(Caller caller, @PathVariable UUID id) {
		return ReservationView.of(this.reservations.release(caller, id));
	}

	@PostMapping("/internal/redemptions/{id}/returns")
	@Operation(summary = "A refund gives amounts back to the coupons of a paid order",
			description = "As often as refunds come, never more than the order used of each coupon. Each coupon is judged for "
					+ "itself: of one that is refused the answer says why, and the others come back. Vouchers stay used "
					+ "outside the no-reason rule. 409 ORDER_NOT_PAID before the order is paid, RETURN_DIFFERS if the request "
					+ "has given back something else.")
	ReturnsView giveBack(Caller caller, @PathVariable UUID id, @Valid @RequestBody GiveBack body) {
		ReturnOrder order = body.order();
		return ReturnsView.of(this.refunds.giveBack(caller, id, order), order);
	}

	/** Who would pay what. */
	record Ask(@NotNull UUID customerId, @NotNull @Valid OrderBody order) {
	}

	/**
	 * Coupons picked for an order (USE-01).
	 *
	 * @param requestId names the attempt, 1–64 letters, digits and {@code . _ ~ -}; a new
	 * attempt after a release takes a new one
	 * @param orderId 1–64 letters, digits and {@code . _ ~ -}
	 * @param couponIds 1–3 of the customer's, at most one of them a voucher
	 * @param discountIds at most one; its discount is in the prices already
	 */
	record Reserve(@NotNull @Pattern(regexp = ID) String requestId, @NotNull @Pattern(regexp = ID) String orderId,
			@NotNull UUID customerId, @NotNull @Valid OrderBody order,
			@NotEmpty @Size(max = 20) List<@NotNull UUID> couponIds,
			@Nullable @Size(max = 20) List<@NotNull @Size(min = 1, max = 64) String> discountIds) {

		Pick pick() {
			if (this.couponIds.stream().distinct().count() < this.couponIds.size()) {
				throw Problem.invalid("/couponIds", "DUPLICATE", "Each coupon can be picked once.");
			}
			return new Pick(this.requestId, this.order.order(this.orderId, this.customerId), this.couponIds,
					(this.discountIds != null) ? this.discountIds : List.of());
		}

	}

	/**
	 * A refund of the order.
	 *
	 * @param requestId names the refund, 1–64 letters, digits and {@code . _ ~ -}; not
	 * that of the reservation
	 * @param cause NO_REASON within the 5-day rule, UNSUBSCRIPTION otherwise, REVERSAL if
	 * it was never provided (USE-07)
	 * @param coupons 1–20 of the order's coupons
	 */
	record GiveBack(@NotNull @Pattern(regexp = ID) String requestId, @NotNull ReturnCause cause,
			@NotEmpty @Size(max = 20) List<@Valid @NotNull Part> coupons) {

		ReturnOrder order() {
			try {
				return new ReturnOrder(this.requestId, this.cause,
						this.coupons.stream().collect(Collectors.toMap(Part::couponId, Part::amount)));
			}
			catch (IllegalStateException ex) {
				throw Problem.invalid("/coupons", "DUPLICATE", "Each coupon is named once.");
			}
		}

	}

	/** What a coupon gets back, more than 0.00. */
	record Part(@NotNull UUID couponId, @NotNull @Positive Money amount) {
	}

	/**
	 * A reservation.
	 *
	 * @param state RESERVED, PAYING, USED, RELEASED or EXPIRED
	 * @param total what the coupons pay
	 * @param expiresAt when what is still RESERVED is given up
	 */
	record ReservationView(UUID id, String orderId, String requestId, UUID customerId, Reservation.State state,
			Money payable, Money total, List<LineView> coupons, Instant expiresAt) {

		static ReservationView of(Reservation reservation) {
			return new ReservationView(reservation.id(), reservation.orderId(), reservation.requestId(),
					reservation.customerId(), reservation.state(), reservation.payable(), reservation.total(),
					reservation.lines().stream().map((line) -> LineView.of(line, reservation.state())).toList(),
					reservation.expiresAt());
		}

	}

	/**
	 * A coupon of the order.
	 *
	 * @param voided whether it ended while the order was unpaid: it pays nothing (REC-06)
	 */
	record LineView(UUID couponId, CouponType type, Money amount, Money returned, boolean voided) {

		static LineView of(Reservation.Line line, Reservation.State state) {
			return new LineView(line.couponId(), line.type(), line.amount(), line.returned(),
					state.open() && !line.held());
		}

	}

	/** What became of each amount. */
	record ReturnsView(List<ReturnedView> coupons) {

		static ReturnsView of(Refunds.Returns returns, ReturnOrder order) {
			return new ReturnsView(Stream
				.concat(returns.returned().stream().map(ReturnedView::of),
						returns.refused().entrySet().stream().map((each) -> ReturnedView.refused(each, order)))
				.toList());
		}

	}

	/**
	 * What became of one amount (USE-07).
	 *
	 * @param fate USABLE for the customer again, RECLAIMED by the quota, or void as
	 * EXPIRED; absent if it did not come back
	 * @param refusal why it did not: COUPON_NOT_FOUND, VOUCHER_NOT_RETURNED or
	 * RETURN_EXCEEDS_USED
	 */
	record ReturnedView(UUID couponId, Money amount, @Nullable Fate fate, @Nullable ReturnRefusal refusal) {

		static ReturnedView of(Reservation.Use use) {
			return new ReturnedView(use.couponId(), use.amount(), use.fate(), null);
		}

		static ReturnedView refused(Map.Entry<UUID, ReturnRefusal> refused, ReturnOrder order) {
			UUID coupon = refused.getKey();
			return new ReturnedView(coupon, Objects.requireNonNull(order.amounts().get(coupon)), null,
					refused.getValue());
		}

	}

}
