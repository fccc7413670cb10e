package io.partnerhub.billing.resale;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.document.Documents;
import io.partnerhub.billing.document.InvoiceAccess;
import io.partnerhub.billing.document.InvoiceWords;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.resale.ResaleInvoice.Action;
import io.partnerhub.billing.resale.ResaleInvoice.State;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A receiver asks for an invoice and the partner issues, delivers, corrects or returns it
 * (INVO-12). What is asked for is kept from the moment it is asked for, so that no other
 * invoice can take it.
 */
@Service
@Transactional
class ResaleInvoices {

	private final ResaleInvoiceStore store;

	private final Invoiceables invoiceables;

	private final Documents documents;

	private final Outbox outbox;

	private final Clock clock;

	ResaleInvoices(ResaleInvoiceStore store, Invoiceables invoiceables, Documents documents, Outbox outbox,
			Clock clock) {
		this.store = store;
		this.invoiceables = invoiceables;
		this.documents = documents;
		this.outbox = outbox;
		this.clock = clock;
	}

	ResaleInvoice request(Caller caller, InvoiceWish wish) {
		Receiver receiver = Receiver.managing(caller);
		InvoiceWords.requireTitle(wish.type(), wish.title());
		Realm issuer = this.invoiceables.take(wish.issuer(), receiver, wish.taxRate(), wish.amount());
		ResaleInvoice invoice = new ResaleInvoice(Ids.next(), issuer, receiver, State.REQUESTED, wish.type(),
				wish.title(), wish.taxRate(), wish.amount(), null, null, null, null, null, caller.subject(),
				this.clock.instant(), null);
		this.store.insert(invoice);
		return invoice;
	}

	ResaleInvoice cancel(Caller caller, UUID id) {
		ResaleInvoice invoice = this.store.lock(Receiver.managing(caller), id)
			.orElseThrow(() -> Problem.notFound("invoice"));
		return withdraw(invoice, Action.CANCEL, State.CANCELLED, null);
	}

	ResaleInvoice refuse(Caller caller, UUID id, String reason) {
		return withdraw(issued(caller, id), Action.REFUSE, State.REFUSED, reason);
	}

	ResaleInvoice issue(Caller caller, UUID id, Issuance issuance) {
		ResaleInvoice invoice = issued(caller, id);
		invoice.require(Action.ISSUE);
		InvoiceWords.requireAmount(issuance.amount(), invoice.amount());
		InvoiceWords.requireTaxRate(issuance.rate(), invoice.taxRate());
		this.documents.attach(issuance.fileId(), invoice.issuer());
		once(() -> this.store.issue(id, issuance, this.clock.instant()));
		this.outbox.announce(invoice.issued(issuance.number()));
		return again(invoice);
	}

	ResaleInvoice deliver(Caller caller, UUID id, String delivery) {
		ResaleInvoice invoice = issued(caller, id);
		invoice.require(Action.DELIVER);
		this.store.move(id, State.DELIVERED, delivery, null);
		return again(invoice);
	}

	/**
	 * Another invoice takes its place; together with all others it stays within what is
	 * invoiceable.
	 */
	ResaleInvoice correct(Caller caller, UUID id, Issuance issuance, String reason) {
		ResaleInvoice wrong = withdraw(issued(caller, id), Action.CORRECT, State.CORRECTED, reason);
		this.outbox.announce(wrong.returned());
		this.invoiceables.take(wrong.issuer().ownerPartnerId(), wrong.receiver(), issuance.rate(), issuance.amount());
		this.documents.attach(issuance.fileId(), wrong.issuer());
		Instant now = this.clock.instant();
		ResaleInvoice right = new ResaleInvoice(Ids.next(), wrong.issuer(), wrong.receiver(), State.ISSUED,
				wrong.type(), wrong.title(), issuance.rate(), issuance.amount(), issuance.number(), issuance.fileId(),
				wrong.id(), null, null, caller.subject(), now, now);
		once(() -> this.store.insert(right));
		this.outbox.announce(right.issued(issuance.number()));
		return right;
	}

	ResaleInvoice takeBack(Caller caller, UUID id, String reason) {
		ResaleInvoice invoice = withdraw(issued(caller, id), Action.RETURN, State.RETURNED, reason);
		this.outbox.announce(invoice.returned());
		return invoice;
	}

	@Transactional(readOnly = true)
	Page<ResaleInvoice> ofIssuer(Caller caller, @Nullable UUID receiver, @Nullable State state, PageQuery page) {
		InvoiceAccess.requireViewing(caller);
		Realm realm = Realm.of(caller);
		return page(new Conditions().and("partner_id = :partner", "partner", realm.partnerId())
			.and("owner_partner_id = :owner", "owner", realm.ownerPartnerId())
			.and("receiver_id = :receiver", "receiver", receiver)
			.and("state = :state", "state", state), page);
	}

	@Transactional(readOnly = true)
	Page<ResaleInvoice> ofReceiver(Caller caller, @Nullable State state, PageQuery page) {
		return page(new Conditions().and("receiver_id = :receiver", "receiver", Receiver.viewing(caller).id())
			.and("state = :state", "state", state), page);
	}

	/** For its issuer. */
	@Transactional(readOnly = true)
	ResaleInvoice get(Caller caller, UUID id) {
		InvoiceAccess.requireViewing(caller);
		return this.store.find(Realm.of(caller), id).orElseThrow(() -> Problem.notFound("invoice"));
	}

	@Transactional(readOnly = true)
	ResaleInvoice getReceived(Caller caller, UUID id) {
		return this.store.find(Receiver.viewing(caller), id).orElseThrow(() -> Problem.notFound("invoice"));
	}

	private ResaleInvoice issued(Caller caller, UUID id) {
		InvoiceAccess.requireManaging(caller);
		return this.store.lock(Realm.of(caller), id).orElseThrow(() -> Problem.notFound("invoice"));
	}

	/** It counts no more: its amount can be invoiced again. */
	private ResaleInvoice withdraw(ResaleInvoice invoice, Action action, State state, @Nullable String reason) {
		invoice.require(action);
		this.store.move(invoice.id(), state, null, reason);
		this.invoiceables.giveBack(invoice);
		return again(invoice);
	}

	private ResaleInvoice again(ResaleInvoice invoice) {
		return this.store.find(invoice.issuer(), invoice.id()).orElseThrow();
	}

	private Page<ResaleInvoice> page(Conditions conditions, PageQuery page) {
		return Page.of(this.store.page(conditions, page), page, ResaleInvoice::id);
	}

	private static void once(Runnable write) {
		try {
			write.run();
		}
		catch (DuplicateKeyException ex) {
			throw InvoiceWords.numberUsed();
		}
	}

}
