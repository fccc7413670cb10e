package io.partnerhub.billing.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import io.partnerhub.billing.document.InvoiceTitle;
import io.partnerhub.billing.document.InvoiceType;
import io.partnerhub.billing.document.InvoiceWords;
import io.partnerhub.billing.invoice.InvoiceState.Action;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.InvoiceEvent.InvoiceIssued;
import io.partnerhub.contracts.InvoiceEvent.InvoiceReturned;
import io.partnerhub.contracts.InvoiceEvent.Party;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An invoice of the vendor to a partner, for one or several orders of one seller, signing
 * entity and tax rate (INVO-07).
 *
 * @param receiverPays whether the receiver pays the courier (INVO-08)
 * @param taxConfirmed whether the tax office knows its use; it then is not returned
 * on-line (INVO-10)
 * @param expectedBy when the vendor's next step is to be expected
 */
record Invoice(UUID id, Realm realm, InvoiceState state, InvoiceType type, Medium medium, InvoiceTitle title,
		BilledOrder.Kind kind, Money amount, boolean receiverPays, @Nullable String number, @Nullable UUID fileId,
		@Nullable String courierNumber, boolean taxConfirmed, @Nullable String reason, String operator,
		Instant requestedAt, @Nullable LocalDate expectedBy, @Nullable Instant issuedAt) {

	/** Where the action leads, or a refusal. */
	InvoiceState after(Action action) {
		return this.state.after(action, this.medium)
			.orElseThrow(
					() -> Problem.conflict("INVOICE_STATE", "The invoice does not allow this any more, or not yet.")
						.with("state", this.state));
	}

	InvoiceIssued issued(String number) {
		return new InvoiceIssued(this.realm.partnerId(), this.realm.ownerPartnerId(), this.id, number, Party.VENDOR,
				Party.PARTNER, this.realm.ownerPartnerId(), this.amount.amount(), rate());
	}

	InvoiceReturned returned() {
		return new InvoiceReturned(this.realm.partnerId(), this.realm.ownerPartnerId(), this.id,
				String.valueOf(this.number), Party.VENDOR, Party.PARTNER, this.realm.ownerPartnerId(),
				this.amount.amount(), rate());
	}

	private String rate() {
		return InvoiceWords.percent(taxRate());
	}

	BigDecimal taxRate() {
		return this.kind.taxRate();
	}

	/** Printed and sent, or a file. */
	enum Medium {

		PAPER, ELECTRONIC

	}

}
