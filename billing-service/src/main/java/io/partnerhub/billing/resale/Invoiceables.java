package io.partnerhub.billing.resale;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.customer.KnownCustomers;
import io.partnerhub.billing.document.InvoiceAccess;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.InvoiceEvent.Party;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what may be invoiced per receiver and tax rate and never lets the sum of invoices
 * exceed it (INVO-12). It grows with what the receiver consumed, not with what was
 * appropriated to him: that can still be taken back.
 */
@Service
class Invoiceables {

	private final InvoiceableStore store;

	private final KnownPartners partners;

	private final KnownCustomers customers;

	private final Accounts accounts;

	private final Clock clock;

	Invoiceables(InvoiceableStore store, KnownPartners partners, KnownCustomers customers, Accounts accounts,
			Clock clock) {
		this.store = store;
		this.partners = partners;
		this.customers = customers;
		this.accounts = accounts;
		this.clock = clock;
	}

	/** Learns of consumption or its refund; the same reference again changes nothing. */
	@Transactional
	Invoiceable learn(UUID partnerId, Receiver receiver, String reference, BigDecimal rate, InvoiceableFact.Kind kind,
			Money amount) {
		Realm issuer = this.partners.get(partnerId).realm();
		requireSelling(issuer, receiver);
		InvoiceableFact fact = new InvoiceableFact(reference, issuer, receiver.id(), rate, kind, amount,
				this.clock.instant());
		this.store.open(issuer, receiver, rate);
		if (this.store.insert(fact)) {
			if (!this.store.change(fact)) {
				throw Problem.conflict("INVOICE_AMOUNT_MISMATCH", "More is refunded than was consumed.");
			}
		}
		else if (!this.store.fact(reference).sameAs(fact)) {
			throw Problem.conflict("INVOICEABLE_REFERENCE_USED", "The reference belongs to another fact.");
		}
		return get(partnerId, receiver.id(), rate);
	}

	@Transactional(readOnly = true)
	List<Invoiceable> ofReceiver(Caller caller) {
		return this.store.ofReceiver(Receiver.viewing(caller).id());
	}

	@Transactional(readOnly = true)
	List<Invoiceable> ofIssuer(Caller caller, UUID receiver) {
		InvoiceAccess.requireViewing(caller);
		return this.store.ofIssuer(Realm.of(caller), receiver);
	}

	/** Keeps the amount for an invoice and tells whose it is, or refuses. */
	@Transactional(propagation = Propagation.MANDATORY)
	Realm take(@Nullable UUID issuer, Receiver receiver, BigDecimal rate, Money amount) {
		UUID partner = (issuer != null) ? issuer : presentIssuer(receiver);
		if (!this.store.take(partner, receiver.id(), rate, amount)) {
			throw tooMuch(partner, receiver.id(), rate);
		}
		return get(partner, receiver.id(), rate).issuer();
	}

	@Transactional(propagation = Propagation.MANDATORY)
	void giveBack(ResaleInvoice invoice) {
		this.store.giveBack(invoice.issuer().ownerPartnerId(), invoice.receiver().id(), invoice.taxRate(),
				invoice.amount());
	}

	private Invoiceable get(UUID issuer, UUID receiver, BigDecimal rate) {
		return this.store.find(issuer, receiver, rate).orElseThrow();
	}

	private Problem tooMuch(UUID issuer, UUID receiver, BigDecimal rate) {
		Money left = this.store.find(issuer, receiver, rate).map(Invoiceable::left).orElse(Money.zero());
		return Problem.conflict("INVOICE_AMOUNT_MISMATCH", "More than is left to invoice at this tax rate.")
			.with("invoiceable", left);
	}

	/**
	 * INVO-05: who sold issues. A customer was the issuer's resale customer if he ever
	 * had an account with him.
	 */
	private void requireSelling(Realm issuer, Receiver receiver) {
		boolean sells = (receiver.party() == Party.CUSTOMER)
				? this.accounts.findOfCustomer(issuer, receiver.id()).isPresent()
				: this.partners.get(receiver.id()).isResellerOf(issuer.ownerPartnerId());
		if (!sells) {
			throw Problem.conflict("INVOICE_ISSUER_MISMATCH",
					"The partner sells nothing to the receiver: invoices come from whoever sold.");
		}
	}

	/** INVO-05: the distributor of a reseller, the partner of a resale customer. */
	private UUID presentIssuer(Receiver receiver) {
		if (receiver.party() == Party.RESELLER) {
			return this.partners.get(receiver.id()).partnerId();
		}
		return this.customers.findActive(receiver.id())
			.filter((customer) -> customer.associationType() == AssociationType.RESALE)
			.map((customer) -> customer.realm().ownerPartnerId())
			.orElseThrow(() -> Problem.conflict("INVOICE_ISSUER_MISMATCH",
					"Your invoices come from the vendor; name a former partner to be invoiced by him."));
	}

}
