package io.partnerhub.customer.resource;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.Permission;
import io.partnerhub.customer.listing.Listings;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what the vendor's feed tells of resources and shows a partner those of his
 * present customers: what is paid by use is no order and stands here alone (ORD-21).
 */
@Service
class Resources {

	private final ResourceStore store;

	private final Listings listings;

	Resources(ResourceStore store, Listings listings) {
		this.store = store;
		this.listings = listings;
	}

	/** Takes news in, also of accounts that are nobody's customers yet. */
	@Transactional
	Set<String> learn(Caller caller, List<CustomerResource> news) {
		caller.require(Caller.Kind.VENDOR);
		return new HashSet<>(this.store.save(news));
	}

	@Transactional(readOnly = true)
	Page<CustomerResource> list(Caller caller, UUID customerId, ResourceFilter filter, PageQuery page) {
		caller.require(Permission.VIEW_CUSTOMERS);
		Sight sight = Sight.of(caller);
		if (this.listings.find(sight, customerId).isEmpty()) {
			throw Problem.notFound("customer");
		}
		return Page.of(this.store.page(sight, customerId, filter, page), page, CustomerResource::id);
	}

}
