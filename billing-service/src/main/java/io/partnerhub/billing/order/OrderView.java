package io.partnerhub.billing.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order for front ends (8.3).
 *
 * @param orderId number of the order
 * @param customerName masked unless revealed
 * @param sourceType 1 customer, 2 agent, 3 contract, 4 distributor, 5–8 the vendor itself
 * @param amountAfterDiscount before coupons and cards
 * @param pendingPaymentEndTime until when it can be paid
 * @param subOrders of a combined order: paid or cancelled together with it (ORD-14)
 * @param resourcesPath where what the customer has is listed, what he uses by pay-per-use
 * among it (ORD-21); empty for the customer himself, to whom the hub does not list it
 * @param allowedActions what the caller may do with it now, as far as balances and
 * coupons cover it
 */
record OrderView(String orderId, UUID partnerId, UUID customerId, @Nullable String customerName, String serviceTypeCode,
		@Nullable String serviceTypeName, int sourceType, OrderStatus status, OrderType orderType, Money officialAmount,
		Money amountAfterDiscount, Instant createTime, @Nullable Instant paymentTime, Instant pendingPaymentEndTime,
		@Nullable String contractId, @Nullable String userName, @Nullable OrderFailure failure,
		@Nullable Canceller cancelledBy, @Nullable PaymentView payment, @Nullable RequestView payOnBehalf,
		List<PartView> subOrders, String resourcesPath, List<OrderAction> allowedActions) {

	static OrderView of(Caller caller, Listed listed, Instant now) {
		Order order = listed.order();
		OrderFacts facts = order.facts();
		return new OrderView(order.number(), order.realm().ownerPartnerId(), order.customerId(), listed.customerName(),
				facts.serviceTypeCode(), facts.serviceTypeName(), facts.sourceType(), order.status(), facts.type(),
				facts.official(), facts.amount(), facts.createdAt(), (order.paid() != null) ? order.paid().at() : null,
				facts.payBefore(), facts.contractId(), facts.creator(), facts.failure(), order.cancelledBy(),
				PaymentView.of(listed), RequestView.of(listed), listed.parts().stream().map(PartView::of).toList(),
				caller.is(Caller.Kind.CUSTOMER) ? "" : "/api/v1/customers/" + order.customerId() + "/resources",
				OrderAction.of(caller, listed, now));
	}

	/**
	 * How it was paid.
	 *
	 * @param cashAmount in money
	 * @param couponAmount by coupons
	 * @param discountAmount what the discount chosen at payment took off
	 * @param invoices who invoices whom for what the partner paid (ORD-15)
	 * @param unsubscribable false once the customer has a special VAT invoice of it
	 * (ORD-15)
	 */
	record PaymentView(Paid.By paidBy, Paid.With method, @Nullable String provider, Money cashAmount,
			Money couponAmount, Money discountAmount, List<InvoiceRoute> invoices, boolean unsubscribable) {

		static @Nullable PaymentView of(Listed listed) {
			Paid paid = listed.order().paid();
			return (paid == null) ? null : new PaymentView(paid.by(), paid.with(), paid.provider(), paid.cash(),
					paid.coupons(), paid.discount(), InvoiceRoute.of(paid), listed.isUnsubscribable());
		}

	}

	/** The latest request to pay on the customer's behalf (8.4). */
	record RequestView(RequestState state, Instant requestedAt, @Nullable Instant decidedAt, Paid.@Nullable By paidBy,
			@Nullable String rejectReason, @Nullable String failure) {

		static @Nullable RequestView of(Listed listed) {
			Listed.Request request = listed.request();
			if (request == null) {
				return null;
			}
			boolean rejected = request.state() == RequestState.REJECTED;
			Paid paid = listed.order().paid();
			return new RequestView(request.state(), request.requestedAt(), request.decidedAt(),
					(paid != null) ? paid.by() : null, rejected ? request.reason() : null,
					rejected ? null : request.reason());
		}

	}

	/** An order that a combined one is made of. */
	record PartView(String orderId, String serviceTypeCode, @Nullable String serviceTypeName, OrderType orderType,
			OrderStatus status, Money officialAmount, Money amountAfterDiscount) {

		static PartView of(Order part) {
			return new PartView(part.number(), part.facts().serviceTypeCode(), part.facts().serviceTypeName(),
					part.facts().type(), part.status(), part.facts().official(), part.facts().amount());
		}

	}

	/**
	 * One thing ordered.
	 *
	 * @param periodType 0 day, 1 week, 2 month, 3 year, 4 hour, 5 once
	 */
	record LineView(String lineId, @Nullable String subOrderId, String serviceTypeCode,
			@Nullable String serviceTypeName, String productId, @Nullable String productSpec,
			@Nullable Integer periodType, @Nullable Integer periodNum, int quantity, Money officialAmount,
			Money amountAfterDiscount, @Nullable Instant effectiveTime, @Nullable Instant expireTime) {

		static LineView of(OrderLine line) {
			return new LineView(line.number(), line.subOrder(), line.serviceTypeCode(), line.serviceTypeName(),
					line.productId(), line.productSpec(), line.periodType(), line.periodNum(), line.quantity(),
					line.official(), line.amount(), line.effectiveAt(), line.expiresAt());
		}

	}

	/**
	 * A discount.
	 *
	 * @param type 0 promotion, 1 contract, 2 business, 3 granted by the partner, 609
	 * price adjustment
	 * @param fixed in the price already and not to be changed when paying (ORD-17)
	 */
	record DiscountView(String discountId, int type, @Nullable String value, @Nullable BigDecimal ratio, Money amount,
			boolean fixed) {

		static DiscountView of(OrderDiscount discount) {
			return new DiscountView(discount.id(), discount.type(), discount.value(), discount.ratio(),
					discount.amount(), discount.isFixed());
		}

	}

	/** An order with what it is made of. */
	record Full(OrderView order, List<LineView> lines, List<DiscountView> discounts) {

		static Full of(Caller caller, OrderLists.Detail detail, Instant now) {
			return new Full(OrderView.of(caller, detail.order(), now),
					detail.lines().stream().map(LineView::of).toList(),
					detail.discounts().stream().map(DiscountView::of).toList());
		}

	}

}
