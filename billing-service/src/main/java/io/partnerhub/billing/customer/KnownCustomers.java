package io.partnerhub.billing.customer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.partnerhub.billing.attribution.Attributions;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;
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

	private final Attributions attributions;

	KnownCustomers(KnownCustomerStore store, Accounts accounts, Attributions attributions) {
		this.store = store;
		this.accounts = accounts;
		this.attributions = attributions;
	}

	void associated(CustomerAssociated event) {
		begin(new KnownCustomer(event.customerId(), new Realm(event.partnerId(), event.ownerPartnerId()), event.epoch(),
				event.associationType(), true, event.customerName()));
		this.attributions.associated(event);
	}

	/** From now on he buys nothing, or does again (FRZ-01). */
	void freeze(UUID customer, boolean frozen) {
		this.store.freeze(customer, frozen);
	}

	/** The customer, if his link lasts. */
	public Optional<KnownCustomer> findActive(UUID id) {
		return this.store.find(id).filter(KnownCustomer::active);
	}

	/**
	 * Those of the customers that are known, whose links cannot end before the present
	 * transaction does.
	 * @param waits whether to wait for who is in other hands, or to leave him out
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Map<UUID, KnownCustomer> holdAll(Set<UUID> ids, boolean waits) {
		return ids.isEmpty() ? Map.of()
				: this.store.lockAll(ids, waits)
					.stream()
					.collect(Collectors.toMap(KnownCustomer::id, Function.identity()));
	}

	/** Whether the customer is known at all. */
	public boolean exists(UUID id) {
		return this.store.find(id).isPresent();
	}

	/** The realm's customers among those named whose links last. */
	public List<KnownCustomer> findActive(Set<UUID> ids, Realm realm) {
		return this.store.findAll(ids).stream().filter((customer) -> customer.isActiveIn(realm)).toList();
	}

	/**
	 * Ends the link, also one that was never heard of, and tells the customer as he was
	 * under it. An epoch older than the latest has nothing left: the answer is empty.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<KnownCustomer> end(EndedLink link) {
		this.store.save(new KnownCustomer(link.customerId(), link.realm(), link.epoch(), link.associationType(), false,
				"unknown"));
		Optional<KnownCustomer> ended = this.store.lock(link.customerId())
			.filter((customer) -> customer.epoch() == link.epoch());
		ended.ifPresent((customer) -> this.store.end(customer.id()));
		return ended;
	}

	/** Begins the link in the next model, with the same partner. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void change(CustomerModelSwitched event) {
		begin(new KnownCustomer(event.customerId(), new Realm(event.partnerId(), event.ownerPartnerId()), event.epoch(),
				event.to(), true, event.customerName()));
	}

	/** Begins the link with the next partner. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void move(CustomerTransferred event) {
		begin(new KnownCustomer(event.customerId(), new Realm(event.partnerId(), event.ownerPartnerId()), event.epoch(),
				event.associationType(), true, event.customerName()));
	}

	private void begin(KnownCustomer customer) {
		this.store.save(customer);
		if (customer.associationType() == AssociationType.RESALE) {
			this.accounts.ofCustomer(customer.realm(), customer.id());
		}
	}

}
