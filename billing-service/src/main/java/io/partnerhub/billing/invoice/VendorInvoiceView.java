package io.partnerhub.billing.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.document.InvoiceTitle;
import io.partnerhub.billing.document.InvoiceType;
import io.partnerhub.billing.invoice.BilledOrder.Seller;
import io.partnerhub.billing.invoice.InvoiceState.Action;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An invoice of the vendor.
 *
 * @param taxRate percent
 * @param receiverPays whether the receiver pays the courier
 * @param taxConfirmed whether the tax office knows its use
 * @param reason why it was rejected, returned, or its return or revocation refused
 * @param expectedBy when the vendor's next step is to be expected
 * @param allowedActions what the caller can do with it
 */
@Schema(name = "VendorInvoice")
record VendorInvoiceView(UUID id, UUID partnerId, InvoiceState state, InvoiceType type, Invoice.Medium medium,
		InvoiceTitle title, Seller seller, String signingEntity, BigDecimal taxRate, Money amount, boolean receiverPays,
		@Nullable String number, @Nullable String courierNumber, boolean taxConfirmed, @Nullable String reason,
		Instant requestedAt, @Nullable LocalDate expectedBy, @Nullable Instant issuedAt, List<Action> allowedActions) {

	private static final Set<Action> PARTNERS = EnumSet.of(Action.SUBMIT, Action.SIGN, Action.REVOKE, Action.RETURN);

	private static final Set<Action> VENDORS = EnumSet.complementOf(EnumSet.copyOf(PARTNERS));

	static VendorInvoiceView forPartner(Invoice invoice, Caller caller) {
		return of(invoice, caller.mayWhole(Permission.MANAGE_INVOICES) ? PARTNERS : Set.of());
	}

	static VendorInvoiceView forVendor(Invoice invoice) {
		return of(invoice, VENDORS);
	}

	private static VendorInvoiceView of(Invoice invoice, Set<Action> possible) {
		return new VendorInvoiceView(invoice.id(), invoice.realm().ownerPartnerId(), invoice.state(), invoice.type(),
				invoice.medium(), invoice.title(), invoice.kind().seller(), invoice.kind().signingEntity(),
				invoice.taxRate(), invoice.amount(), invoice.receiverPays(), invoice.number(), invoice.courierNumber(),
				invoice.taxConfirmed(), invoice.reason(), invoice.requestedAt(), invoice.expectedBy(),
				invoice.issuedAt(), actions(invoice, possible));
	}

	private static List<Action> actions(Invoice invoice, Set<Action> possible) {
		return possible.stream()
			.filter((action) -> invoice.state().after(action, invoice.medium()).isPresent())
			.toList();
	}

}
