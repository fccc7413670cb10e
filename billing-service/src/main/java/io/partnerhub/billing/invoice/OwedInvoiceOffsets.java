package io.partnerhub.billing.invoice;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.document.InvoiceAccess;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.InvoiceEvent.Means;
import io.partnerhub.platform.Ids;
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
public class OwedInvoiceOffsets {

	private final OwedInvoiceStore store;

	private final OffsetStore offsets;

	private final BilledOrderStore orders;

	private final Outbox outbox;

	private final Clock clock;

	OwedInvoiceOffsets(OwedInvoiceStore store, OffsetStore offsets, BilledOrderStore orders, Outbox outbox,
			Clock clock) {
		this.store = store;
		this.offsets = offsets;
		this.orders = orders;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** The same reference again is the same owed invoice. */
	OwedInvoice record(OwedInvoice owed, String reference) {
		if (this.store.insert(owed, reference, null)) {
			this.outbox.announce(owed.recorded());
			return owed;
		}
		OwedInvoice first = this.store.get(owed.realm(), reference);
		if (!first.sameAs(owed)) {
			throw Problem.conflict("OWED_INVOICE_REFERENCE_USED", "The reference belongs to another owed invoice.");
		}
		return first;
	}

	/** A resale incentive went to the recharge account without an invoice (INC-04). */
	@Transactional(propagation = Propagation.MANDATORY)
	public void credited(Realm realm, String number, BigDecimal taxRate, String signingEntity, Money amount) {
		record(new OwedInvoice(Ids.next(), realm, number, OwedReason.INCENTIVE_CREDITED.name(), null, taxRate,
				signingEntity, amount, Money.zero(), this.clock.instant()), "INC-" + number);
	}

	/** A refund takes from an invoice what it covered. */
	@Transactional(propagation = Propagation.MANDATORY)
	void refunded(BilledOrder order, String refund, String invoiceNumber, Money amount) {
		OwedInvoice owed = new OwedInvoice(Ids.next(), order.realm(), invoiceNumber, OwedReason.ORDER_REFUND.name(),
				order.number(), order.kind().taxRate(), order.kind().signingEntity(), amount, Money.zero(),
				this.clock.instant());
		this.store.insert(owed, null, refund);
		this.outbox.announce(owed.recorded());
	}

	/** By an order that is not invoiced; as much as both leave, unless less is wanted. */
	OwedInvoice offset(Caller caller, UUID id, UUID orderId, @Nullable Money wanted) {
		InvoiceAccess.requireManaging(caller);
		Realm realm = Realm.of(caller);
		this.orders.takeTurns(realm);
		OwedInvoice owed = this.store.lock(realm, id).orElseThrow(() -> Problem.notFound("owed invoice"));
		BilledOrder order = this.orders.lock(realm, List.of(orderId))
			.stream()
			.findAny()
			.orElseThrow(() -> Problem.notFound("order"));
		InvoiceRules.requireOffsetting(order, owed);
		InvoiceRules.requireFree(order);
		Money most = InvoiceRules.least(order.left(), owed.open());
		Money amount = (wanted != null) ? wanted : most;
		if (!amount.isPositive() || amount.compareTo(most) > 0) {
			throw Problem.conflict("INVOICE_AMOUNT_MISMATCH", "Not that much is owed, or invoiceable.")
				.with("most", most);
		}
		this.orders.offset(order.id(), amount);
		this.offsets.byOrder(owed, order.id(), amount, caller.subject(), this.clock.instant());
		this.outbox.announce(owed.offset(Means.INVOICEABLE_AMOUNT, amount));
		return this.store.lock(realm, id).orElseThrow();
	}

	/** What an issued invoice left owed is owed no more: the invoice came back. */
	@Transactional(propagation = Propagation.MANDATORY)
	void returned(Invoice invoice, String operator) {
		this.store.lockOpen(invoice.realm(), String.valueOf(invoice.number())).forEach((owed) -> {
			this.offsets.byReturn(owed, invoice.id(), operator, this.clock.instant());
			this.outbox.announce(owed.offset(Means.INVOICE_RETURNED, owed.open()));
		});
	}

}
