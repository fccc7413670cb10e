package io.partnerhub.billing.invoice;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.document.InvoiceAccess;
import io.partnerhub.billing.document.InvoiceWords;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.InvoiceEvent.Means;
import io.partnerhub.contracts.InvoiceEvent.OwedInvoiceOffset;
import io.partnerhub.contracts.InvoiceEvent.OwedInvoiceRecorded;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records what is owed in invoices (INVO-01, INVO-04) and offsets it: by itself when the
 * invoice is returned, or by an invoiceable amount of equal tax rate (冲抵欠票, INVO-03).
 */
@Service
@Transactional
class OwedInvoiceOffsets {

	private final OwedInvoiceStore store;

	private final BilledOrderStore orders;

	private final Outbox outbox;

	private final Clock clock;

	OwedInvoiceOffsets(OwedInvoiceStore store, BilledOrderStore orders, Outbox outbox, Clock clock) {
		this.store = store;
		this.orders = orders;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** The same reference again is the same owed invoice. */
	OwedInvoice record(OwedInvoice owed, String reference) {
		if (this.store.insert(owed, reference)) {
			this.outbox.announce(new OwedInvoiceRecorded(owed.realm().partnerId(), owed.realm().ownerPartnerId(),
					owed.id(), owed.invoiceNumber(), owed.reason(), owed.amount().amount(),
					InvoiceWords.percent(owed.taxRate()), owed.signingEntity()));
			return owed;
		}
		OwedInvoice first = this.store.get(owed.realm(), reference);
		if (!first.amount().equals(owed.amount()) || !first.invoiceNumber().equals(owed.invoiceNumber())) {
			throw Problem.conflict("OWED_INVOICE_REFERENCE_USED", "The reference belongs to another owed invoice.");
		}
		return first;
	}

	/** By an order that is not invoiced; as much as both leave, unless less is wanted. */
	OwedInvoice offset(Caller caller, UUID id, UUID orderId, @Nullable Money wanted) {
		InvoiceAccess.requireManaging(caller);
		Realm realm = Realm.of(caller);
		OwedInvoice owed = this.store.lock(realm, id).orElseThrow(() -> Problem.notFound("owed invoice"));
		BilledOrder order = this.orders.lock(realm, List.of(orderId))
			.stream()
			.findAny()
			.orElseThrow(() -> Problem.notFound("order"));
		InvoiceRules.requireOffsetting(order, owed);
		InvoiceRules.requireFree(order);
		Money most = (order.left().compareTo(owed.open()) < 0) ? order.left() : owed.open();
		Money amount = (wanted != null) ? wanted : most;
		if (!amount.isPositive() || amount.compareTo(most) > 0) {
			throw Problem.conflict("INVOICE_AMOUNT_MISMATCH", "Not that much is owed, or invoiceable.")
				.with("most", most);
		}
		this.orders.offset(order.id(), amount);
		return offset(owed, Means.INVOICEABLE_AMOUNT, order.id(), amount, caller.subject());
	}

	/** What an issued invoice left owed is owed no more: the invoice came back. */
	@Transactional(propagation = Propagation.MANDATORY)
	void returned(Invoice invoice, String operator) {
		this.store.lockOpen(invoice.realm(), String.valueOf(invoice.number()))
			.forEach((owed) -> offset(owed, Means.INVOICE_RETURNED, invoice.id(), owed.open(), operator));
	}

	private OwedInvoice offset(OwedInvoice owed, Means means, UUID source, Money amount, String operator) {
		this.store.offset(owed, means, source, amount, operator, this.clock.instant());
		this.outbox.announce(new OwedInvoiceOffset(owed.realm().partnerId(), owed.realm().ownerPartnerId(), owed.id(),
				owed.invoiceNumber(), means, amount.amount(), owed.open().minus(amount).amount()));
		return this.store.lock(owed.realm(), owed.id()).orElseThrow();
	}

}
