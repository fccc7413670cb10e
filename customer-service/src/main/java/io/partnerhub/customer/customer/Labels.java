package io.partnerhub.customer.customer;

import java.util.UUID;
import java.util.function.Supplier;

import io.partnerhub.contracts.Permission;
import io.partnerhub.customer.listing.Listing;
import io.partnerhub.customer.listing.Listings;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.web.ETags;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Partners tag their customers (标签). A tag outlives the link, and no other partner sees
 * it.
 */
@Service
class Labels {

	private final LabelStore store;

	private final Customers customers;

	private final Listings listings;

	Labels(LabelStore store, Customers customers, Listings listings) {
		this.store = store;
		this.customers = customers;
		this.listings = listings;
	}

	/** Of two people who started from the same version one wins. */
	@Transactional
	void put(Caller caller, UUID customerId, @Nullable String label, @Nullable String ifMatch) {
		caller.require(Permission.DEVELOP_CUSTOMERS);
		find(caller, customerId);
		this.customers.lock(customerId);
		ETags.check(ifMatch, find(caller, customerId).version());
		this.store.save(caller.tenant(), caller.owner(), customerId, label);
		this.listings.refresh(customerId);
	}

	private Listing find(Caller caller, UUID customerId) {
		Supplier<Problem> refusal = () -> this.listings.find(Sight.all(caller.owner()), customerId).isEmpty()
				? Problem.notFound("customer")
				: Problem.forbidden("ACCESS_DENIED", "This customer belongs to another account manager.");
		return this.listings.find(Sight.of(caller), customerId).orElseThrow(refusal);
	}

}
