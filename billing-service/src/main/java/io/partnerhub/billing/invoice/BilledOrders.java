package io.partnerhub.billing.invoice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.partnerhub.billing.document.InvoiceAccess;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders that the vendor invoices to a partner. What is refunded after it was invoiced is
 * owed under the company that issued the invoice, whoever contracts the partner by then
 * (INVO-01, INVO-04).
 */
@Service
@Transactional
class BilledOrders {

	private final BilledOrderStore store;

	private final InvoiceStore invoices;

	private final OwedInvoiceOffsets owedInvoices;

	private final KnownPartners partners;

	private final Clock clock;

	BilledOrders(BilledOrderStore store, InvoiceStore invoices, OwedInvoiceOffsets owedInvoices, KnownPartners partners,
			Clock clock) {
		this.store = store;
		this.invoices = invoices;
		this.owedInvoices = owedInvoices;
		this.partners = partners;
		this.clock = clock;
	}

	/** The same number again is the same order. */
	BilledOrder learn(UUID partnerId, String number, BilledOrder.Kind kind, Money amount) {
		Realm realm = this.partners.get(partnerId).realm();
		BilledOrder order = new BilledOrder(Ids.next(), realm, number, kind, amount, Money.zero(), Money.zero(), null,
				this.clock.instant());
		if (this.store.insert(order)) {
			return order;
		}
		BilledOrder first = this.store.find(realm, number).orElseThrow();
		if (!first.sameAs(order)) {
			throw Problem.conflict("BILLED_ORDER_NUMBER_USED", "The number belongs to an order with other content.");
		}
		return first;
	}

	/** Learns of a refund; the same reference again changes nothing. */
	BilledOrder refund(UUID partnerId, String number, String reference, Money amount) {
		Realm realm = this.partners.get(partnerId).realm();
		BilledOrder seen = this.store.find(realm, number).orElseThrow(() -> Problem.notFound("order"));
		Invoice invoice = (seen.invoiceId() != null) ? this.invoices.lock(seen.invoiceId()).orElseThrow() : null;
		BilledOrder order = this.store.lock(realm, List.of(seen.id())).getFirst();
		if (this.store.findRefund(realm, reference).isPresent()) {
			return repeated(realm, order, reference, amount);
		}
		requireStill(seen, order);
		if (order.refunded().plus(amount).compareTo(order.amount()) > 0) {
			throw Problem.conflict("INVOICE_AMOUNT_MISMATCH", "More is refunded than the order came to.");
		}
		UUID owed = owed(order, invoice, reference, amount);
		this.store.refund(order.id(), amount);
		this.store.insertRefund(order, reference, amount, owed, this.clock.instant());
		return this.store.find(realm, number).orElseThrow();
	}

	/** What can be invoiced, newest first. */
	@Transactional(readOnly = true)
	Page<BilledOrder> open(Caller caller, PageQuery page) {
		InvoiceAccess.requireViewing(caller);
		return Page.of(this.store.open(Realm.of(caller), page), page, BilledOrder::id);
	}

	private BilledOrder repeated(Realm realm, BilledOrder order, String reference, Money amount) {
		BilledOrderStore.Refund first = this.store.findRefund(realm, reference).orElseThrow();
		if (!first.orderId().equals(order.id()) || !first.amount().equals(amount)) {
			throw Problem.conflict("BILLED_ORDER_REFERENCE_USED", "The reference belongs to another refund.");
		}
		return order;
	}

	/** What the refund takes from an issued invoice, or from an offset, is owed. */
	private @Nullable UUID owed(BilledOrder order, @Nullable Invoice invoice, String reference, Money amount) {
		boolean issued = invoice != null && invoice.state().covers();
		Money free = issued ? Money.zero() : order.left();
		if (amount.compareTo(free) <= 0) {
			return null;
		}
		String number = (issued && invoice != null) ? String.valueOf(invoice.number())
				: this.store.offsetNumber(order.id()).orElseThrow();
		Instant now = this.clock.instant();
		OwedInvoice owed = new OwedInvoice(Ids.next(), order.realm(), number, OwedReason.ORDER_REFUND.name(),
				order.number(), order.kind().taxRate(), order.kind().signingEntity(), amount.minus(free), Money.zero(),
				now);
		return this.owedInvoices.record(owed, reference).id();
	}

	/** Between the two looks the order may have come into an invoice or out of it. */
	private static void requireStill(BilledOrder seen, BilledOrder locked) {
		if (!Objects.equals(seen.invoiceId(), locked.invoiceId())) {
			throw Problem.unavailable("TEMPORARILY_UNAVAILABLE", "The order is being invoiced.", Duration.ofSeconds(1));
		}
	}

}
