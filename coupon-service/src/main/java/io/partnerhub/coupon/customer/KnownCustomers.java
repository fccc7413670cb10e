package io.partnerhub.coupon.customer;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;
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

	KnownCustomers(KnownCustomerStore store) {
		this.store = store;
	}

	@Bean
	Subscription customerLinks() {
		return Subscription.to(CustomerAssociated.class, (event) -> this.store.begin(Link.of(event)));
	}

	/**
	 * Those of the customers that are the partner's, their links held open until the
	 * transaction ends; customers of others are unknown to him.
	 */
	public Map<UUID, KnownCustomer> holdOpen(UUID ownerPartnerId, Collection<UUID> customerIds) {
		return this.store.lock(ownerPartnerId, customerIds)
			.stream()
			.collect(Collectors.toMap(KnownCustomer::customerId, Function.identity()));
	}

	/** The same without holding anything open: they may be gone a moment later. */
	public Map<UUID, KnownCustomer> seen(UUID ownerPartnerId, Collection<UUID> customerIds) {
		return this.store.find(ownerPartnerId, customerIds)
			.stream()
			.collect(Collectors.toMap(KnownCustomer::customerId, Function.identity()));
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
		return this.store.end(link) ? Optional.of(link) : Optional.empty();
	}

}
