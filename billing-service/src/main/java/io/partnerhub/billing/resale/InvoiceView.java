package io.partnerhub.billing.resale;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.document.InvoiceTitle;
import io.partnerhub.billing.document.InvoiceType;
import io.partnerhub.billing.resale.ResaleInvoice.Action;
import io.partnerhub.contracts.InvoiceEvent.Party;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.privacy.Masks;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An invoice of a partner. In the issuer's lists title and delivery are masked.
 *
 * @param partnerId who issues it
 * @param taxRate percent
 * @param corrects the invoice in whose place it stands
 * @param delivery how it reached the receiver
 * @param reason why it was refused, corrected or returned
 * @param allowedActions what the caller can do with it
 */
@Schema(name = "PartnerInvoice")
record InvoiceView(UUID id, UUID partnerId, Party receiver, UUID receiverId, ResaleInvoice.State state,
		InvoiceType type, InvoiceTitle title, BigDecimal taxRate, Money amount, @Nullable String number,
		@Nullable UUID corrects, @Nullable String delivery, @Nullable String reason, Instant requestedAt,
		@Nullable Instant issuedAt, List<Action> allowedActions) {

	/** As its issuer or receiver sees it, with what that side may do. */
	static InvoiceView of(ResaleInvoice invoice, List<Action> possible, Caller caller) {
		boolean acting = caller.is(Caller.Kind.CUSTOMER) || caller.mayWhole(Permission.MANAGE_INVOICES);
		return new InvoiceView(invoice.id(), invoice.issuer().ownerPartnerId(), invoice.receiver().party(),
				invoice.receiver().id(), invoice.state(), invoice.type(), invoice.title(), invoice.taxRate(),
				invoice.amount(), invoice.number(), invoice.corrects(), invoice.delivery(), invoice.reason(),
				invoice.requestedAt(), invoice.issuedAt(),
				possible.stream().filter((action) -> acting && invoice.state().allows(action)).toList());
	}

	InvoiceView masked() {
		InvoiceTitle hidden = new InvoiceTitle(this.title.kind(), Masks.name(this.title.name()), null);
		return new InvoiceView(this.id, this.partnerId, this.receiver, this.receiverId, this.state, this.type, hidden,
				this.taxRate, this.amount, this.number, this.corrects,
				(this.delivery != null) ? Masks.name(this.delivery) : null, this.reason, this.requestedAt,
				this.issuedAt, this.allowedActions);
	}

}
