package io.partnerhub.billing.invoice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.document.InvoiceAccess;
import io.partnerhub.billing.document.InvoiceTitle;
import io.partnerhub.billing.document.InvoiceType;
import io.partnerhub.billing.document.InvoiceWords;
import io.partnerhub.billing.invoice.InvoiceState.Action;
import io.partnerhub.billing.ledger.Arrears;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.ledger.VendorTime;
import io.partnerhub.billing.ledger.WorkingDays;
import io.partnerhub.billing.payee.Payees;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A partner asks the vendor for invoices of his orders, signs for them, revokes and
 * returns them (INVO-06, INVO-07, INVO-09, INVO-10).
 */
@Service
@Transactional
class Invoices {

	private final InvoiceStore store;

	private final BilledOrderStore orders;

	private final OffsetStore offsets;

	private final OwedInvoices owedInvoices;

	private final Arrears arrears;

	private final Payees payees;

	private final InvoiceSettings settings;

	private final WorkingDays workingDays;

	private final Clock clock;

	Invoices(InvoiceStore store, BilledOrderStore orders, OffsetStore offsets, OwedInvoices owedInvoices,
			Arrears arrears, Payees payees, InvoiceSettings settings, WorkingDays workingDays, Clock clock) {
		this.store = store;
		this.orders = orders;
		this.offsets = offsets;
		this.owedInvoices = owedInvoices;
		this.arrears = arrears;
		this.payees = payees;
		this.settings = settings;
		this.workingDays = workingDays;
		this.clock = clock;
	}

	/** One invoice for each seller, signing entity and tax rate among the orders. */
	List<Invoice> request(Caller caller, Wish wish) {
		Realm realm = requesting(caller);
		InvoiceWords.requireTitle(wish.type(), wish.title());
		this.orders.takeTurns(realm);
		List<BilledOrder> chosen = this.orders.lock(realm, wish.orderIds());
		if (chosen.size() < wish.orderIds().size()) {
			throw Problem.notFound("order");
		}
		chosen.forEach(InvoiceRules::requireFree);
		requireAllowed(realm, Money.zero());
		return InvoiceRules.split(chosen)
			.entrySet()
			.stream()
			.map((group) -> open(caller, realm, wish, group.getKey(), group.getValue()))
			.toList();
	}

	/** A draft again, for what its orders come to now. */
	Invoice submit(Caller caller, UUID id) {
		Realm realm = requesting(caller);
		Invoice draft = own(caller, id);
		InvoiceState next = draft.after(Action.SUBMIT);
		List<BilledOrder> lines = this.orders.lockOf(id);
		Money amount = InvoiceRules.sum(lines);
		if (lines.stream().anyMatch((order) -> !order.left().isPositive())) {
			throw Problem.conflict("INVOICE_AMOUNT_MISMATCH",
					"An order of the draft has been refunded; revoke the draft.");
		}
		requireAllowed(realm, amount);
		this.store.submit(draft, amount,
				InvoiceRules.receiverPays(draft.medium(), draft.kind().seller(), amount, this.settings),
				InvoiceRules.expectedBy(next, draft.medium(), today(), this.settings, this.workingDays));
		return get(realm, id);
	}

	/** Paper arrived. */
	Invoice sign(Caller caller, UUID id) {
		return move(own(caller, id), Action.SIGN, null);
	}

	Invoice revoke(Caller caller, UUID id) {
		Invoice invoice = move(own(caller, id), Action.REVOKE, null);
		if (invoice.state().isOver()) {
			this.orders.free(id);
			this.offsets.giveBack(invoice.realm());
		}
		return invoice;
	}

	Invoice giveBack(Caller caller, UUID id, String reason) {
		Invoice invoice = own(caller, id);
		invoice.after(Action.RETURN);
		InvoiceRules.requireReturnable(invoice, this.payees.get(invoice.realm()).signingEntity());
		return move(invoice, Action.RETURN, reason);
	}

	@Transactional(readOnly = true)
	Page<Invoice> page(Caller caller, @Nullable InvoiceState state, PageQuery page) {
		InvoiceAccess.requireViewing(caller);
		Realm realm = Realm.of(caller);
		return Page.of(this.store.page(new Conditions().and("partner_id = :partner", "partner", realm.partnerId())
			.and("owner_partner_id = :owner", "owner", realm.ownerPartnerId())
			.and("state = :state", "state", state), page), page, Invoice::id);
	}

	@Transactional(readOnly = true)
	Invoice get(Caller caller, UUID id) {
		InvoiceAccess.requireViewing(caller);
		return this.store.find(Realm.of(caller), id).orElseThrow(() -> Problem.notFound("invoice"));
	}

	/** INVO-05: a reseller is invoiced by its distributor. */
	private static Realm requesting(Caller caller) {
		InvoiceAccess.requireManaging(caller);
		if (caller.partnerType() == PartnerType.RESELLER) {
			throw Problem.conflict("INVOICE_ISSUER_MISMATCH", "Your distributor invoices you.");
		}
		return Realm.of(caller);
	}

	/** Open orders do not hold what the invoice itself keeps already. */
	private void requireAllowed(Realm realm, Money held) {
		InvoiceRules.requireDay(today(), this.settings.afterDay());
		InvoiceRules.requireNoArrears(this.arrears.of(realm).total(), this.orders.sumOpen(realm).plus(held),
				this.owedInvoices.of(realm).total());
	}

	private Invoice open(Caller caller, Realm realm, Wish wish, BilledOrder.Kind kind, List<BilledOrder> orders) {
		Money amount = InvoiceRules.sum(orders);
		Invoice invoice = new Invoice(Ids.next(), realm, InvoiceState.UNDER_REVIEW, wish.type(), wish.medium(),
				wish.title(), kind, amount,
				InvoiceRules.receiverPays(wish.medium(), kind.seller(), amount, this.settings), null, null, null, false,
				null, caller.subject(), this.clock.instant(), InvoiceRules.expectedBy(InvoiceState.UNDER_REVIEW,
						wish.medium(), today(), this.settings, this.workingDays),
				null);
		this.store.insert(invoice);
		if (this.orders.put(orders.stream().map(BilledOrder::id).toList(), invoice.id()) < orders.size()) {
			throw InvoiceRules.invoiced();
		}
		return invoice;
	}

	private Invoice own(Caller caller, UUID id) {
		InvoiceAccess.requireManaging(caller);
		Realm realm = Realm.of(caller);
		this.orders.takeTurns(realm);
		return this.store.lock(realm, id).orElseThrow(() -> Problem.notFound("invoice"));
	}

	private Invoice move(Invoice invoice, Action action, @Nullable String reason) {
		InvoiceState next = invoice.after(action);
		this.store.move(invoice.id(), next,
				InvoiceRules.expectedBy(next, invoice.medium(), today(), this.settings, this.workingDays), reason);
		return get(invoice.realm(), invoice.id());
	}

	private Invoice get(Realm realm, UUID id) {
		return this.store.find(realm, id).orElseThrow();
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), VendorTime.ZONE);
	}

	/** The invoices wanted. */
	record Wish(Set<UUID> orderIds, InvoiceType type, Invoice.Medium medium, InvoiceTitle title) {
	}

}
