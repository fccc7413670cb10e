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
 * @param specialVatInvoice whether the vendor issued such an invoice of it (ORD-15)
 * @param buying whether its customer can buy at present (FRZ-01, 0.4)
 */
record Listed(Order order, @Nullable String customerName, @Nullable Request request, boolean specialVatInvoice,
		boolean buying, List<Order> parts) {

	Listed with(List<Order> parts) {
		return new Listed(this.order, this.customerName, this.request, this.specialVatInvoice, this.buying, parts);
	}

	Listed named(@Nullable String name) {
		return new Listed(this.order, name, this.request, this.specialVatInvoice, this.buying, this.parts);
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
	 * A request to pay on behalf (8.3).
	 *
	 * @param reason why it was rejected or failed
	 */
	record Request(RequestState state, Instant requestedAt, @Nullable Instant decidedAt, @Nullable String decidedBy,
			@Nullable String reason) {
	}

}
