package io.partnerhub.billing.order;

import java.util.List;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Who invoices whom for an order that was paid on a customer's behalf (ORD-15): the
 * vendor the customer, in whose invoiceable amount it counts, if he was advisory then;
 * for a resale customer the vendor the partner, and the partner the customer.
 *
 * @param amount what was paid in money
 */
record InvoiceRoute(Party issuer, Party recipient, Money amount) {

	static List<InvoiceRoute> of(@Nullable Paid paid) {
		if (paid == null || paid.by() != Paid.By.PARTNER || !paid.cash().isPositive()) {
			return List.of();
		}
		return switch (paid.association()) {
			case ADVISORY -> List.of(new InvoiceRoute(Party.VENDOR, Party.CUSTOMER, paid.cash()));
			case RESALE -> List.of(new InvoiceRoute(Party.VENDOR, Party.PARTNER, paid.cash()),
					new InvoiceRoute(Party.PARTNER, Party.CUSTOMER, paid.cash()));
		};
	}

	/** Whether the vendor invoices the customer what his partner paid. */
	static boolean isVendorToCustomer(@Nullable Paid paid) {
		return paid != null && paid.by() == Paid.By.PARTNER && paid.association() == AssociationType.ADVISORY;
	}

	/** Who issues or receives. */
	enum Party {

		VENDOR, PARTNER, CUSTOMER

	}

}
