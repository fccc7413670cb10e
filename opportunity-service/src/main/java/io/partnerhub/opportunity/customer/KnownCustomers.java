package io.partnerhub.opportunity.customer;

import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose the customers are. Registering and the end of a link both lock the customer's
 * row, so an opportunity is either closed by the end or refused after it (OPP-01,
 * OPP-17).
 */
@Component
public class KnownCustomers {

	private final KnownCustomerStore store;

	KnownCustomers(KnownCustomerStore store) {
		this.store = store;
	}

	/**
	 * The latest link of a customer, held until the transaction ends; empty if it is not
	 * the partner's.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<KnownCustomer> lock(UUID partnerId, UUID ownerPartnerId, UUID customerId) {
		return this.store.lock(partnerId, ownerPartnerId, customerId);
	}

	/**
	 * Ends a link, also when a later one has begun meanwhile.
	 * @return false if its end was heard before
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean end(EndedLink link) {
		return this.store.end(link);
	}

	/**
	 * Begins the link in the next model, with the same partner.
	 * @return false if that link, or a later one, is known already
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean change(CustomerModelSwitched event) {
		return this.store.begin(Link.of(event));
	}

	/** Begins the link with the next partner. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void move(CustomerTransferred event) {
		this.store.begin(Link.of(event));
	}

	void associate(CustomerAssociated event) {
		this.store.begin(Link.of(event));
	}

}
