package io.partnerhub.billing.orderfeed;

import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.order.OrderDiscount;
import io.partnerhub.billing.order.OrderFacts;
import io.partnerhub.billing.order.OrderLine;
import io.partnerhub.billing.order.OrderStatus;
import io.partnerhub.billing.payonbehalf.VendorPayment;
import org.jspecify.annotations.Nullable;

/**
 * An order as the vendor reports it.
 *
 * @param version rises with each change at the vendor
 * @param payment how the customer paid there, of a paid order
 * @param specialVatInvoice whether it issued such an invoice of the order (ORD-15)
 * @param parts the orders it is combined of (ORD-14)
 */
record OrderNews(UUID customerId, String number, long version, OrderStatus status, OrderFacts facts,
		@Nullable VendorPayment payment, List<OrderLine> lines, List<Part> parts, List<OrderDiscount> discounts,
		boolean specialVatInvoice) {

	/** An order that a combined one is made of. */
	record Part(String number, OrderFacts facts) {
	}

}
