package io.partnerhub.billing.payonbehalf;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.order.Order;
import io.partnerhub.billing.order.OrderStatus;
import io.partnerhub.billing.order.Orders;
import io.partnerhub.billing.order.Paid;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.CommandKey;
import io.partnerhub.platform.idempotency.KeepsItsAnswer;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.proof.Proofs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Paying orders: the partner for a customer (ORD-07, ORD-08), or the customer himself.
 */
@RestController
@Tag(name = "Orders")
class PaymentApi {

	private final OrderPayments payments;

	private final OfferedCoupons offered;

	private final Orders orders;

	PaymentApi(OrderPayments payments, OfferedCoupons offered, Orders orders) {
		this.payments = payments;
		this.offered = offered;
		this.orders = orders;
	}

	@PostMapping("/api/v1/orders/{orderId}/payment")
	@RequiresIdempotencyKey
	@KeepsItsAnswer
	@Operation(summary = "Pay a customer's order from the partner's balance (支付)",
			description = "Needs an open request of the customer, and the proof of a verification code for PAY_ON_BEHALF if the "
					+ "partner has switched codes on. Coupons of the customer pay first. 404 ORDER_NOT_FOUND; 409 "
					+ "ORDER_NOT_PENDING, ORDER_EXPIRED, PAY_ON_BEHALF_NOT_ALLOWED, BALANCE_INSUFFICIENT, "
					+ "COMBINED_ORDER_PARTIAL, ORDER_NOT_PROVIDABLE, CUSTOMER_FROZEN, PARTNER_RESTRICTED, "
					+ "ORDER_PAYMENT_RUNNING, ORDER_CHANGED if its price is another one meanwhile or not the "
					+ "expectedAmount (amount tells the present one), DISCOUNT_NOT_USABLE, or why a "
					+ "coupon does not fit; then nothing was paid. 504 OUTCOME_UNKNOWN: repeat it with the same key.")
	PaidView payForCustomer(Caller caller, CommandKey key, @PathVariable String orderId,
			@Valid @RequestBody(required = false) @Nullable Choice choice,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		return pay(wish(caller, Paid.By.PARTNER, orderId, choice, proof, key));
	}

	@PostMapping("/api/v1/my/orders/{orderId}/payment")
	@RequiresIdempotencyKey
	@KeepsItsAnswer
	@Operation(summary = "Pay one's own order from what the partner appropriated, cash before credit",
			description = "Whether the partner was asked or not. Refused as the partner's payment is, but never with "
					+ "PAY_ON_BEHALF_NOT_ALLOWED.")
	PaidView payOwn(Caller caller, CommandKey key, @PathVariable String orderId,
			@Valid @RequestBody(required = false) @Nullable Choice choice) {
		caller.require(Caller.Kind.CUSTOMER);
		return pay(wish(caller, Paid.By.CUSTOMER, orderId, choice, null, key));
	}

	@GetMapping("/api/v1/orders/{orderId}/coupons")
	@Operation(summary = "Which coupons of the customer fit an order, and why others do not (USE-01)",
			description = "404 ORDER_NOT_FOUND; 409 ORDER_NOT_PENDING, ORDER_EXPIRED, COMBINED_ORDER_PARTIAL.")
	OfferView offer(Caller caller, @PathVariable String orderId) {
		PayRules.requirePaying(caller);
		return OfferView.of(this.offered.of(caller, orderId));
	}

	@GetMapping("/api/v1/my/orders/{orderId}/coupons")
	@Operation(summary = "Which of one's own coupons fit an order, and why others do not (USE-01)",
			description = "404 ORDER_NOT_FOUND; 409 ORDER_NOT_PENDING, ORDER_EXPIRED, COMBINED_ORDER_PARTIAL.")
	OfferView offerOwn(Caller caller, @PathVariable String orderId) {
		caller.require(Caller.Kind.CUSTOMER);
		return OfferView.of(this.offered.of(caller, orderId));
	}

	/**
	 * Without a choice money alone pays, and no discount but one that is fixed counts.
	 */
	private static PayWish wish(Caller caller, Paid.By payer, String number, @Nullable Choice choice,
			@Nullable String proof, CommandKey key) {
		Choice made = (choice != null) ? choice : new Choice(null, null, null);
		return new PayWish(caller, payer, number, made.coupons(), made.discountId(), made.expectedAmount(), proof, key);
	}

	private PaidView pay(PayWish wish) {
		this.payments.pay(wish);
		return PaidView.of(this.orders.find(wish.number()).orElseThrow());
	}

	/**
	 * How to pay.
	 *
	 * @param couponIds of the customer, at most 3, one of them a voucher (USE-01)
	 * @param discountId a discount of the order; one that is fixed stands anyway (ORD-17)
	 * @param expectedAmount what the payer was shown: the order's price less the chosen
	 * discount, before coupons. If another is to be paid by now, nothing is paid and 409
	 * ORDER_CHANGED tells it as amount
	 */
	record Choice(@Nullable @Size(max = 3) List<@NotNull UUID> couponIds,
			@Nullable @Size(min = 1, max = 64) String discountId, @Nullable Money expectedAmount) {

		List<UUID> coupons() {
			List<UUID> ids = (this.couponIds != null) ? this.couponIds : List.of();
			if (ids.stream().distinct().count() < ids.size()) {
				throw Problem.invalid("/couponIds", "DUPLICATE", "Each coupon can be picked once.");
			}
			return ids;
		}

	}

	/**
	 * An order that is paid.
	 *
	 * @param cashAmount in money
	 * @param couponAmount by coupons
	 * @param discountAmount what a discount chosen now took off
	 */
	record PaidView(String orderId, OrderStatus status, Paid.By paidBy, Money cashAmount, Money couponAmount,
			Money discountAmount, Instant paymentTime) {

		static PaidView of(Order order) {
			Paid paid = order.paid();
			if (paid == null) {
				throw Problem.outcomeUnknown();
			}
			return new PaidView(order.number(), order.status(), paid.by(), paid.cash(), paid.coupons(), paid.discount(),
					paid.at());
		}

	}

	/** The customer's coupons for an order, in the order in which they are deducted. */
	record OfferView(int couponsPerPayment, List<CouponView> coupons) {

		static OfferView of(CouponQuestions.Offer offer) {
			return new OfferView(offer.couponsPerPayment(), offer.coupons().stream().map(CouponView::of).toList());
		}

	}

	/**
	 * One coupon.
	 *
	 * @param type VOUCHER or CASH_COUPON
	 * @param usable most it can pay of the order, used alone
	 * @param refusals why it does not fit; none if it does
	 */
	record CouponView(UUID couponId, String type, Money faceValue, Money balance, Money usable, List<String> refusals,
			@Nullable String expiresAt) {

		static CouponView of(CouponQuestions.Coupon coupon) {
			return new CouponView(coupon.couponId(), coupon.type(), coupon.faceValue(), coupon.balance(),
					coupon.usable(), coupon.refusals(), coupon.expiresAt());
		}

	}

}
