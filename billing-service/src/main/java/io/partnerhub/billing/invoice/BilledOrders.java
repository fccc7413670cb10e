package io.partnerhub.billing.invoice;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.document.InvoiceAccess;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.order.Orders;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
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

	private final OffsetStore offsets;

	private final OwedInvoiceOffsets owedInvoices;

	private final KnownPartners partners;

	private final Orders orders;

	private final Clock clock;

	BilledOrders(BilledOrderStore store, InvoiceStore invoices, OffsetStore offsets, OwedInvoiceOffsets owedInvoices,
			KnownPartners partners, Orders orders, Clock clock) {
		this.store = store;
		this.invoices = invoices;
		this.offsets = offsets;
		this.owedInvoices = owedInvoices;
		this.partners = partners;
		this.orders = orders;
		this.clock = clock;
	}

	/** The same number again is the same order. */
	BilledOrder learn(UUID partnerId, String number, BilledOrder.Kind kind, Money amount) {
		Realm realm = this.partners.get(partnerId).realm();
		if (this.orders.isInvoicedToCustomer(number)) {
			throw Problem.conflict("INVOICE_ISSUER_MISMATCH",
					"The partner paid the order for an advisory customer, whom the vendor invoices.");
		}
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
		this.store.takeTurns(realm);
		BilledOrder order = this.store.find(realm, number).orElseThrow(() -> Problem.notFound("order"));
		if (!this.store.insertRefund(order, reference, amount, this.clock.instant())) {
			return repeated(order, reference, amount);
		}
		if (order.refunded().plus(amount).compareTo(order.amount()) > 0) {
			throw Problem.conflict("INVOICE_AMOUNT_MISMATCH", "More is refunded than the order came to.");
		}
		owe(order, reference, amount);
		this.store.refund(order.id(), amount);
		return this.store.find(realm, number).orElseThrow();
	}

	/** What can be invoiced, newest first. */
	@Transactional(readOnly = true)
	Page<BilledOrder> open(Caller caller, PageQuery page) {
		InvoiceAccess.requireViewing(caller);
		return Page.of(this.store.open(Realm.of(caller), page), page, BilledOrder::id);
	}

	private BilledOrder repeated(BilledOrder order, String reference, Money amount) {
		if (!this.store.isRefund(order, reference, amount)) {
			throw Problem.conflict("BILLED_ORDER_REFERENCE_USED", "The reference belongs to another refund.");
		}
		return order;
	}

	/**
	 * What an issued invoice covered of the order is owed under it; what is refunded
	 * beyond that takes offsets back, and is owed under the invoices they served.
	 */
	private void owe(BilledOrder order, String reference, Money amount) {
		Money left = InvoiceRules.least(amount, order.left());
		if (left.isPositive()) {
			covering(order).ifPresent((number) -> this.owedInvoices.refunded(order, reference, number, left));
		}
		InvoiceRules.takenBack(this.offsets.standing(order.id()), amount.minus(left)).forEach((offset, taken) -> {
			this.offsets.takeBack(offset, taken);
			if (offset.owing()) {
				this.owedInvoices.refunded(order, reference, offset.invoiceNumber(), taken);
			}
		});
	}

	/** The number of the issued invoice that the order is in. */
	private Optional<String> covering(BilledOrder order) {
		return Optional.ofNullable(order.invoiceId())
			.flatMap((id) -> this.invoices.find(order.realm(), id))
			.filter((invoice) -> invoice.state().covers())
			.map(Invoice::number);
	}

}
