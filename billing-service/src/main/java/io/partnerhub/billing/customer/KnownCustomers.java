package io.partnerhub.billing.customer;

import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose customer somebody is. Commands and the end of a link lock the same row, so that
 * nothing is booked for a link that has ended (ADJ-01).
 */
@Service
@Transactional
public class KnownCustomers {

	private final KnownCustomerStore store;

	private final Accounts accounts;

	KnownCustomers(KnownCustomerStore store, Accounts accounts) {
		this.store = store;
		this.accounts = accounts;
	}

	void associated(CustomerAssociated event) {
		Realm realm = new Realm(event.partnerId(), event.ownerPartnerId());
		this.store.save(new KnownCustomer(event.customerId(), realm, event.epoch(), event.associationType(), true,
				event.customerName()));
		if (event.associationType() == AssociationType.RESALE) {
			this.accounts.ofCustomer(realm, event.customerId());
		}
	}

	/** The customer, if his link lasts. */
	public Optional<KnownCustomer> findActive(UUID id) {
		return this.store.find(id).filter(KnownCustomer::active);
	}

	/**
	 * The realm's customer, whose link cannot end before the present transaction does.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public KnownCustomer hold(UUID id, Realm realm) {
		return this.store.lock(id)
			.filter((customer) -> customer.isActiveIn(realm))
			.orElseThrow(() -> Problem.notFound("customer"));
	}

	/**
	 * Ends the link, also one that was never heard of. An epoch older than the latest has
	 * nothing left: the answer is empty.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<KnownCustomer> end(CustomerDisassociated event) {
		Realm realm = new Realm(event.partnerId(), event.ownerPartnerId());
		this.store.save(
				new KnownCustomer(event.customerId(), realm, event.epoch(), event.associationType(), false, "unknown"));
		Optional<KnownCustomer> ended = this.store.lock(event.customerId())
			.filter((customer) -> customer.epoch() == event.epoch());
		ended.ifPresent((customer) -> this.store.end(customer.id()));
		return ended;
	}

}
