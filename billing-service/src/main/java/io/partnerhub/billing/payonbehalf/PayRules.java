package io.partnerhub.billing.payonbehalf;

import java.time.Instant;
import java.util.List;

import io.partnerhub.billing.customer.KnownCustomer;
import io.partnerhub.billing.order.Canceller;
import io.partnerhub.billing.order.Order;
import io.partnerhub.billing.order.OrderDiscount;
import io.partnerhub.billing.order.OrderFailure;
import io.partnerhub.billing.partner.KnownPartner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** When an order can be paid, and when the partner can be asked to (8.5). */
final class PayRules {

	/** Why a payment is given up whose order has changed. */
	static final String CHANGED = "ORDER_CHANGED";

	private PayRules() {
	}

	static void requirePaying(Caller caller) {
		caller.requireWhole(Permission.PAY_ORDERS);
	}

	/** ORD-14: all of what was bought together, or nothing. */
	static void requireWhole(Order order) {
		if (order.isPart()) {
			throw Problem.conflict("COMBINED_ORDER_PARTIAL",
					"The order was bought together with others; use the number of the combined order.");
		}
	}

	/** ORD-10, ORD-13: only what still waits for its payment. */
	static void requirePending(Order order, Instant now) {
		boolean late = order.cancelledBy() == Canceller.TIMEOUT
				|| (order.isPending() && !now.isBefore(order.facts().payBefore()));
		if (late) {
			throw Problem.conflict("ORDER_EXPIRED", "The time to pay the order is over.")
				.with("pendingPaymentEndTime", order.facts().payBefore());
		}
		if (!order.isPending()) {
			throw Problem.conflict("ORDER_NOT_PENDING", "The order does not wait for a payment.")
				.with("orderStatus", order.status());
		}
	}

	/**
	 * FRZ-01, 0.4: a frozen customer buys nothing, whoever pays; nor does a resale
	 * customer of a restricted or frozen partner.
	 */
	static void requireBuying(KnownCustomer customer, boolean partnerRestricted) {
		if (customer.frozen()) {
			throw Problem.conflict("CUSTOMER_FROZEN", "The customer is frozen and cannot buy at present.");
		}
		if (partnerRestricted && customer.active() && customer.associationType() == AssociationType.RESALE) {
			throw Problem.conflict("PARTNER_RESTRICTED", "The partner's resale customers cannot buy at present.");
		}
	}

	/** ORD-12: what the vendor cannot provide is not paid. */
	static void requireProvidable(Order order, Instant now) {
		OrderFailure failure = order.facts().failureAt(now);
		if (failure != null) {
			throw Problem.conflict("ORDER_NOT_PROVIDABLE", "The vendor cannot provide what was ordered.")
				.with("reason", failure)
				.with("orderAgain", failure.isFinal());
		}
	}

	/**
	 * ORD-05, ORD-06: solution providers and distributors pay for both kinds of
	 * customers, resellers for resale customers, and only what is paid once.
	 */
	static void requireAskable(Order order, KnownCustomer customer, PartnerType partner) {
		if (!customer.isActiveIn(order.realm())) {
			throw notAllowed("The customer is not the partner's any more.");
		}
		if (!KnownPartner.paysFor(partner, customer.associationType())) {
			throw notAllowed("This partner does not pay for such a customer.");
		}
		if (!order.facts().type().isPayableOnBehalf()) {
			throw notAllowed("Only new orders, changes, renewals and changes to subscription are paid on behalf.");
		}
	}

	/**
	 * ORD-17: a fixed discount stands and is in the price; of the others one can be
	 * chosen.
	 */
	static @Nullable OrderDiscount discount(List<OrderDiscount> discounts, @Nullable String chosen) {
		OrderDiscount fixed = discounts.stream().filter(OrderDiscount::isFixed).findFirst().orElse(null);
		if (chosen == null) {
			return fixed;
		}
		OrderDiscount found = named(discounts, chosen);
		if (fixed != null && (found == null || !found.isFixed())) {
			throw Problem.conflict("DISCOUNT_NOT_USABLE", "The discount that was set on the order cannot be changed.")
				.with("discountId", fixed.id());
		}
		if (found == null) {
			throw Problem.conflict("DISCOUNT_NOT_USABLE", "The order has no such discount.");
		}
		return found;
	}

	/** The discount a payment was begun with, if the order still has it. */
	static @Nullable OrderDiscount named(List<OrderDiscount> discounts, @Nullable String id) {
		return discounts.stream().filter((discount) -> discount.id().equals(id)).findAny().orElse(null);
	}

	/** What the discount takes off now: nothing, if it is in the prices. */
	static Money off(@Nullable OrderDiscount discount) {
		return (discount == null || discount.isFixed()) ? Money.zero() : discount.amount();
	}

	/** Nobody pays another price than he saw. */
	static void requireSamePrice(Payment payment, Order order, List<OrderDiscount> discounts) {
		Money payable = order.facts().amount().minus(off(named(discounts, payment.discountId())));
		if (!payable.equals(payment.payable())) {
			throw changed().with("amount", payable);
		}
	}

	/** Nor one that he was never shown. */
	static void requireExpected(@Nullable Money expected, Money payable) {
		if (expected != null && !expected.equals(payable)) {
			throw changed().with("amount", payable);
		}
	}

	/** ORD-10: a payment that somebody gave up is not taken up again. */
	static Problem givenUp(Payment payment) {
		return CHANGED.equals(payment.failure()) ? changed()
				: Problem.conflict("ORDER_PAYMENT_RUNNING", "This payment was given up; begin another.");
	}

	private static Problem changed() {
		return Problem.conflict(CHANGED, "The order has changed meanwhile; look at it again before you pay.");
	}

	private static Problem notAllowed(String why) {
		return Problem.conflict("PAY_ON_BEHALF_NOT_ALLOWED", why);
	}

}
