package io.partnerhub.billing.incentive;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.document.Documents;
import io.partnerhub.billing.document.InvoiceAccess;
import io.partnerhub.billing.document.InvoiceWords;
import io.partnerhub.billing.incentive.PaymentOrder.State;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A partner covers a payment order with invoices of exactly its amount and tax rate, each
 * number used once, and the vendor approves or refuses them (INVO-11, INC-07); the
 * pay-out behind it goes along.
 */
@Service
@Transactional
class PaymentOrders {

	private final PaymentOrderStore store;

	private final KnownPartners partners;

	private final Documents documents;

	private final PayoutInvoices payouts;

	private final Clock clock;

	PaymentOrders(PaymentOrderStore store, KnownPartners partners, Documents documents, PayoutInvoices payouts,
			Clock clock) {
		this.store = store;
		this.partners = partners;
		this.documents = documents;
		this.payouts = payouts;
		this.clock = clock;
	}

	/** The same number again is the same order. */
	PaymentOrder receive(UUID partnerId, String number, Money amount, BigDecimal rate) {
		PaymentOrder order = new PaymentOrder(Ids.next(), number, this.partners.get(partnerId).realm(), State.OPEN,
				amount, rate, null, this.clock.instant());
		if (this.store.insert(order)) {
			return order;
		}
		PaymentOrder first = this.store.get(number);
		if (!first.sameAs(order)) {
			throw Problem.conflict("PAYMENT_ORDER_NUMBER_USED", "The number belongs to another payment order.");
		}
		return first;
	}

	/** That of a pay-out; its number is nobody else's. */
	@Transactional(propagation = Propagation.MANDATORY)
	PaymentOrder open(Realm realm, String number, Money amount, BigDecimal rate) {
		PaymentOrder order = new PaymentOrder(Ids.next(), number, realm, State.OPEN, amount, rate, null,
				this.clock.instant());
		if (!this.store.insert(order)) {
			throw Problem.conflict("PAYMENT_ORDER_NUMBER_USED", "The number belongs to another payment order.");
		}
		return order;
	}

	/** Its pay-out was rejected: the invoices count no more. */
	@Transactional(propagation = Propagation.MANDATORY)
	void cancel(UUID id, String reason) {
		if (this.store.lock(id).isPresent()) {
			this.store.refuseInvoices(id);
			this.store.move(id, State.CANCELLED, reason);
		}
	}

	/**
	 * Whether it waits for invoices, which nobody can submit until the transaction ends.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	boolean holdsOpen(UUID id) {
		return this.store.lock(id).filter((order) -> order.state() == State.OPEN).isPresent();
	}

	PaymentOrder submit(Caller caller, UUID id, List<Submitted> invoices) {
		InvoiceAccess.requireManaging(caller);
		Realm realm = Realm.of(caller);
		PaymentOrder order = this.store.lock(realm, id).orElseThrow(() -> Problem.notFound("payment order"));
		order.require(State.OPEN);
		this.payouts.submitted(id);
		invoices.forEach((invoice) -> InvoiceWords.requireTaxRate(invoice.taxRate(), order.taxRate()));
		InvoiceWords.requireAmount(invoices.stream().map(Submitted::amount).reduce(Money.zero(), Money::plus),
				order.amount());
		invoices.forEach((invoice) -> keep(order, invoice, caller.subject(), this.clock.instant()));
		return move(id, State.SUBMITTED, null);
	}

	PaymentOrder approve(UUID id) {
		requireSubmitted(id);
		this.payouts.approved(id);
		return move(id, State.APPROVED, null);
	}

	/** The numbers can be used again, and so can the order. */
	PaymentOrder refuse(UUID id, String reason) {
		requireSubmitted(id);
		this.store.refuseInvoices(id);
		this.payouts.refused(id, reason);
		return move(id, State.OPEN, reason);
	}

	@Transactional(readOnly = true)
	Page<PaymentOrder> page(Caller caller, PageQuery page) {
		InvoiceAccess.requireViewing(caller);
		Realm realm = Realm.of(caller);
		return page(new Conditions().and("partner_id = :partner", "partner", realm.partnerId())
			.and("owner_partner_id = :owner", "owner", realm.ownerPartnerId()), page);
	}

	@Transactional(readOnly = true)
	Page<PaymentOrder> inState(@Nullable State state, PageQuery page) {
		return page(new Conditions().and("state = :state", "state", state), page);
	}

	@Transactional(readOnly = true)
	PaymentOrder get(Caller caller, UUID id) {
		InvoiceAccess.requireViewing(caller);
		return this.store.find(Realm.of(caller), id).orElseThrow(() -> Problem.notFound("payment order"));
	}

	/** Those of many orders at once; an order without any is left out. */
	@Transactional(readOnly = true)
	Map<UUID, List<IncentiveInvoice>> invoices(Collection<PaymentOrder> orders) {
		return this.store.invoices(orders.stream().map(PaymentOrder::id).toList());
	}

	@Transactional(readOnly = true)
	UUID file(UUID invoice) {
		return this.store.invoice(invoice).map(IncentiveInvoice::fileId).orElseThrow(() -> Problem.notFound("invoice"));
	}

	private void keep(PaymentOrder order, Submitted invoice, String operator, Instant now) {
		this.documents.attach(invoice.fileId(), order.realm());
		try {
			this.store.insert(new IncentiveInvoice(Ids.next(), order.id(), invoice.number(), invoice.amount(),
					invoice.fileId(), false, now), order.realm(), operator);
		}
		catch (DuplicateKeyException ex) {
			throw InvoiceWords.numberUsed();
		}
	}

	private void requireSubmitted(UUID id) {
		this.store.lock(id).orElseThrow(() -> Problem.notFound("payment order")).require(State.SUBMITTED);
	}

	private PaymentOrder move(UUID id, State state, @Nullable String reason) {
		this.store.move(id, state, reason);
		return this.store.find(id).orElseThrow();
	}

	private Page<PaymentOrder> page(Conditions conditions, PageQuery page) {
		return Page.of(this.store.page(conditions, page), page, PaymentOrder::id);
	}

	/** An invoice the partner submits; the tax rate is in percent. */
	record Submitted(String number, Money amount, BigDecimal taxRate, UUID fileId) {
	}

}
