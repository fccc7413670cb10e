package io.partnerhub.billing.invoice;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.document.Documents;
import io.partnerhub.billing.document.InvoiceWords;
import io.partnerhub.billing.invoice.InvoiceState.Action;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.ledger.VendorTime;
import io.partnerhub.billing.ledger.WorkingDays;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The vendor reviews what partners ask for, issues invoices, and decides revocations and
 * returns (INVO-09). A returned invoice offsets by itself what it left owed (INVO-03).
 */
@Service
@Transactional
class InvoiceReviews {

	private final InvoiceStore store;

	private final BilledOrderStore orders;

	private final OffsetStore offsets;

	private final OwedInvoiceOffsets owedInvoices;

	private final Documents documents;

	private final InvoiceSettings settings;

	private final WorkingDays workingDays;

	private final Outbox outbox;

	private final Clock clock;

	InvoiceReviews(InvoiceStore store, BilledOrderStore orders, OffsetStore offsets, OwedInvoiceOffsets owedInvoices,
			Documents documents, InvoiceSettings settings, WorkingDays workingDays, Outbox outbox, Clock clock) {
		this.store = store;
		this.orders = orders;
		this.offsets = offsets;
		this.owedInvoices = owedInvoices;
		this.documents = documents;
		this.settings = settings;
		this.workingDays = workingDays;
		this.outbox = outbox;
		this.clock = clock;
	}

	Invoice approve(UUID id) {
		return move(lock(id), Action.APPROVE, null);
	}

	/** Back to the partner's drafts. */
	Invoice reject(UUID id, String reason) {
		return move(lock(id), Action.REJECT, reason);
	}

	/**
	 * Refused if an order was refunded since it was asked for: the draft then comes to
	 * another amount.
	 */
	Invoice issue(UUID id, Issued issued) {
		Invoice invoice = lock(id);
		InvoiceState next = invoice.after(Action.ISSUE);
		InvoiceWords.requireTaxRate(issued.taxRate(), invoice.taxRate());
		InvoiceWords.requireAmount(issued.amount(), invoice.amount());
		InvoiceWords.requireAmount(InvoiceRules.sum(this.orders.lockOf(id)), invoice.amount());
		if (issued.fileId() != null) {
			this.documents.attach(issued.fileId(), null);
		}
		else if (invoice.medium() == Invoice.Medium.ELECTRONIC) {
			throw Problem.invalid("/fileId", "REQUIRED", "An electronic invoice is a file.");
		}
		try {
			this.store.issue(id, next, issued.number(), issued.fileId(), issued.courierNumber(), this.clock.instant());
		}
		catch (DuplicateKeyException ex) {
			throw InvoiceWords.numberUsed();
		}
		this.outbox.announce(invoice.issued(issued.number()));
		return get(id);
	}

	/** What the tax office knows of an issued electronic invoice (INVO-10). */
	Invoice confirmTax(UUID id, boolean confirmed) {
		Invoice invoice = lock(id);
		InvoiceRules.requireKnownToTaxOffice(invoice);
		this.store.confirmTax(id, confirmed);
		return get(id);
	}

	Invoice confirmRevocation(UUID id) {
		Invoice revoked = move(lock(id), Action.CONFIRM_REVOCATION, null);
		free(revoked);
		return revoked;
	}

	Invoice refuseRevocation(UUID id, String reason) {
		return move(lock(id), Action.REFUSE_REVOCATION, reason);
	}

	Invoice confirmReturn(UUID id, String operator) {
		Invoice invoice = lock(id);
		invoice.after(Action.CONFIRM_RETURN);
		InvoiceRules.requireUnused(invoice);
		Invoice returned = move(invoice, Action.CONFIRM_RETURN, null);
		this.outbox.announce(returned.returned());
		this.owedInvoices.returned(returned, operator);
		free(returned);
		return returned;
	}

	Invoice refuseReturn(UUID id, String reason) {
		return move(lock(id), Action.REFUSE_RETURN, reason);
	}

	@Transactional(readOnly = true)
	Page<Invoice> inState(@Nullable InvoiceState state, PageQuery page) {
		List<Invoice> rows = this.store.page(new Conditions().and("state = :state", "state", state), page);
		return Page.of(rows, page, Invoice::id);
	}

	private void free(Invoice invoice) {
		this.orders.free(invoice.id());
		this.offsets.giveBack(invoice.realm());
	}

	private Invoice move(Invoice invoice, Action action, @Nullable String reason) {
		InvoiceState next = invoice.after(action);
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), VendorTime.ZONE);
		this.store.move(invoice.id(), next,
				InvoiceRules.expectedBy(next, invoice.medium(), today, this.settings, this.workingDays), reason);
		return get(invoice.id());
	}

	private Invoice lock(UUID id) {
		Realm realm = this.store.find(id).map(Invoice::realm).orElseThrow(() -> Problem.notFound("invoice"));
		this.orders.takeTurns(realm);
		return this.store.lock(realm, id).orElseThrow();
	}

	private Invoice get(UUID id) {
		return this.store.find(id).orElseThrow();
	}

	/** An invoice as the vendor issued it. */
	record Issued(String number, Money amount, BigDecimal taxRate, @Nullable UUID fileId,
			@Nullable String courierNumber) {
	}

}
