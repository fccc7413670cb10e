package io.partnerhub.billing.resale;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.document.InvoiceTitle;
import io.partnerhub.billing.document.InvoiceType;
import io.partnerhub.billing.document.InvoiceWords;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.InvoiceEvent.InvoiceIssued;
import io.partnerhub.contracts.InvoiceEvent.InvoiceReturned;
import io.partnerhub.contracts.InvoiceEvent.Party;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An invoice of a partner: asked for, issued, delivered, and perhaps corrected by another
 * or returned (INVO-12).
 *
 * @param taxRate in percent
 * @param number absent until it is issued, like the file
 * @param corrects the invoice in whose place it stands
 * @param delivery how it reached the receiver
 * @param reason why it was refused, corrected or returned
 */
record ResaleInvoice(UUID id, Realm issuer, Receiver receiver, State state, InvoiceType type, InvoiceTitle title,
		BigDecimal taxRate, Money amount, @Nullable String number, @Nullable UUID fileId, @Nullable UUID corrects,
		@Nullable String delivery, @Nullable String reason, String requestedBy, Instant requestedAt,
		@Nullable Instant issuedAt) {

	/** Refuses what cannot follow the present state. */
	void require(Action action) {
		if (!this.state.allows(action)) {
			throw Problem.conflict("INVOICE_STATE", "The invoice does not allow this any more, or not yet.")
				.with("state", this.state);
		}
	}

	InvoiceIssued issued(String number) {
		return new InvoiceIssued(this.issuer.partnerId(), this.issuer.ownerPartnerId(), this.id, number, party(),
				this.receiver.party(), this.receiver.id(), this.amount.amount(), InvoiceWords.percent(this.taxRate));
	}

	InvoiceReturned returned() {
		return new InvoiceReturned(this.issuer.partnerId(), this.issuer.ownerPartnerId(), this.id,
				String.valueOf(this.number), party(), this.receiver.party(), this.receiver.id(), this.amount.amount(),
				InvoiceWords.percent(this.taxRate));
	}

	private Party party() {
		return this.issuer.isFirstTier() ? Party.PARTNER : Party.RESELLER;
	}

	/** Where it stands. */
	enum State {

		REQUESTED, REFUSED, CANCELLED, ISSUED, DELIVERED, CORRECTED, RETURNED;

		boolean allows(Action action) {
			return switch (action) {
				case ISSUE, REFUSE, CANCEL -> this == REQUESTED;
				case DELIVER -> this == ISSUED;
				case CORRECT, RETURN -> this == ISSUED || this == DELIVERED;
			};
		}

	}

	/** What can be done with it; the receiver cancels, the issuer does all else. */
	enum Action {

		ISSUE, REFUSE, CANCEL, DELIVER, CORRECT, RETURN

	}

}
