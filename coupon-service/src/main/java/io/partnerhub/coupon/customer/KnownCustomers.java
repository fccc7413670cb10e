package io.partnerhub.coupon.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.contracts.CustomerEvent.CustomerFrozen;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;
import io.partnerhub.contracts.CustomerEvent.CustomerUnfrozen;
import io.partnerhub.platform.event.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * The customers' links. Issuing and the end of a link lock the same row, so what was
 * issued before is reclaimed and what comes after is refused (REC-06, I-07).
 */
@Component
public class KnownCustomers {

	private final KnownCustomerStore store;

	private final EndedLinkStore ended;

	KnownCustomers(KnownCustomerStore store, EndedLinkStore ended) {
		this.store = store;
		this.ended = ended;
	}

	@Bean
	Subscription frozenCustomers() {
		return Subscription.to(CustomerFrozen.class, (event) -> this.store.freeze(event.customerId(), true))
			.and(CustomerUnfrozen.class, (event) -> this.store.freeze(event.customerId(), false));
	}

	/** Tells whether it is news: not when a later link is known. */
	public boolean begin(CustomerAssociated event) {
		return this.store.begin(Link.of(event));
	}

	/** Who pays an order; one who never had a partner is not known here. */
	public Buyer buyer(UUID customerId) {
		return this.store.buyer(customerId).orElseGet(() -> Buyer.withoutLink(customerId));
	}

	/**
	 * Who pays an order, his link held as it is until the transaction ends: what he uses
	 * of his coupons and the end of the link exclude each other (REC-06).
	 */
	public Buyer holdBuyer(UUID customerId) {
		return this.store.holdBuyer(customerId).orElseGet(() -> Buyer.withoutLink(customerId));
	}

	/**
	 * Those of the customers that are their partners', their links held open until the
	 * transaction ends; customers of others are unknown to a partner.
	 * @param customerIds by partner
	 */
	public Map<UUID, KnownCustomer> holdOpen(Map<UUID, Set<UUID>> customerIds) {
		List<UUID> owners = new ArrayList<>();
		List<UUID> customers = new ArrayList<>();
		customerIds.forEach((owner, ids) -> ids.forEach((id) -> {
			owners.add(owner);
			customers.add(id);
		}));
		return this.store.lock(owners, customers)
			.stream()
			.collect(Collectors.toMap(KnownCustomer::customerId, Function.identity()));
	}

	/** Their present or last links with whomever, held as they are likewise. */
	public Map<UUID, KnownCustomer> hold(Collection<UUID> customerIds) {
		return this.store.lock(customerIds)
			.stream()
			.collect(Collectors.toMap(KnownCustomer::customerId, Function.identity()));
	}

	/** The same without holding anything open: they may be gone a moment later. */
	public Map<UUID, KnownCustomer> seen(UUID ownerPartnerId, Collection<UUID> customerIds) {
		return this.store.find(ownerPartnerId, customerIds)
			.stream()
			.collect(Collectors.toMap(KnownCustomer::customerId, Function.identity()));
	}

	/** Whether all the customers are linked to this partner at present. */
	public boolean areAllOf(UUID ownerPartnerId, Collection<UUID> customerIds) {
		return customerIds.isEmpty() || this.store.count(ownerPartnerId, customerIds) == customerIds.size();
	}

	/**
	 * Ends a link: tells which, once, also when a later one has begun meanwhile; nothing
	 * when the same end is heard again.
	 */
	public Optional<EndedLink> end(CustomerDisassociated event) {
		return end(EndedLink.of(event));
	}

	/** Ends the link in the former model and begins that in the next. */
	public Optional<EndedLink> change(CustomerModelSwitched event) {
		Optional<EndedLink> ended = end(EndedLink.of(event));
		this.store.begin(Link.of(event));
		return ended;
	}

	/** Ends the link with the former partner and begins that with the next. */
	public Optional<EndedLink> move(CustomerTransferred event) {
		Optional<EndedLink> ended = end(EndedLink.of(event));
		this.store.begin(Link.of(event));
		return ended;
	}

	private Optional<EndedLink> end(EndedLink link) {
		this.store.end(link);
		return this.ended.insert(link) ? Optional.of(link) : Optional.empty();
	}

}
