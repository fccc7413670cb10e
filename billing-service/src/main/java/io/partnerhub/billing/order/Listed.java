package io.partnerhub.billing.order;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An order as lists show it: with its customer's name, the orders it is combined of, and
 * the latest request to pay it on his behalf.
 *
 * @param buyer what the customer can have done with it
 * @param specialVatInvoice whether the vendor issued such an invoice of it (ORD-15)
 */
record Listed(Order order, @Nullable String customerName, Buyer buyer, @Nullable Request request,
		boolean specialVatInvoice, List<Order> parts) {

	Listed with(List<Order> parts) {
		return new Listed(this.order, this.customerName, this.buyer, this.request, this.specialVatInvoice, parts);
	}

	Listed named(@Nullable String name) {
		return new Listed(this.order, name, this.buyer, this.request, this.specialVatInvoice, this.parts);
	}

	/** The combined order of a part, else the order itself. */
	UUID wholeId() {
		return Objects.requireNonNullElse(this.order.combinedId(), this.order.id());
	}

	/**
	 * Whether it can be unsubscribed: not once the customer has a special VAT invoice of
	 * what the partner paid for him (ORD-15).
	 */
	boolean isUnsubscribable() {
		return !this.specialVatInvoice || !InvoiceRoute.isVendorToCustomer(this.order.paid());
	}

	/**
	 * The order's customer, as far as it decides who may pay.
	 *
	 * @param buys whether he is the partner's still, and neither he nor the partner is
	 * stopped from buying (FRZ-01, 0.4)
	 * @param paidFor whether he is the partner's still, and it pays for such customers
	 * (ORD-05)
	 */
	record Buyer(boolean buys, boolean paidFor) {
	}

	/**
	 * A request to pay on behalf (8.3).
	 *
	 * @param reason why it was rejected or failed
	 */
	record Request(RequestState state, Instant requestedAt, @Nullable Instant decidedAt, @Nullable String decidedBy,
			@Nullable String reason) {
	}

}
