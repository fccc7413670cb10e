package io.partnerhub.customer.listing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.BillingEvent.CustomerArrearsChanged;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.platform.event.Subscription;
import io.partnerhub.platform.event.Unhandleable;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps one searchable row per present link, and finds them. Whoever changes a link, a
 * customer or what is known about him refreshes the row in the same transaction.
 */
@Service
public class Listings {

	private final ListingStore rows;

	private final SearchStore search;

	Listings(ListingStore rows, SearchStore search) {
		this.rows = rows;
		this.search = search;
	}

	/** Writes the customer's row anew, or takes it away if he has no partner now. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void refresh(UUID customerId) {
		this.rows.lock(customerId);
		this.rows.rewrite(List.of(customerId));
	}

	/** The same for all customers with these login names. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void refresh(Collection<String> accountNames) {
		if (!accountNames.isEmpty()) {
			this.rows.lock(accountNames);
			this.rows.rewrite(this.rows.idsOf(accountNames));
		}
	}

	@Transactional(readOnly = true)
	public Optional<Listing> find(Sight sight, UUID customerId) {
		return this.search.find(sight, customerId);
	}

	/** A page, newest link first. */
	@Transactional(readOnly = true)
	public Page<Listing> page(Sight sight, ListingFilter filter, PageQuery page) {
		return Page.of(this.search.page(sight, filter, page), page, Listing::customerId);
	}

	/** A page by row numbers, and how many rows there are in all. */
	@Transactional(readOnly = true)
	public Slice slice(Sight sight, ListingFilter filter, Offset page) {
		long count = this.search.count(sight, filter);
		return new Slice((page.offset() < count) ? this.search.slice(sight, filter, page, count) : List.of(), count);
	}

	@Bean
	static Subscription arrearsEvents(Listings listings) {
		return Subscription.to(CustomerArrearsChanged.class, listings::owes);
	}

	/** Billing counts what a customer owes under a link (CUS-01). */
	@Transactional(propagation = Propagation.MANDATORY)
	void owes(CustomerArrearsChanged event) {
		if (!this.rows.saveArrears(event)) {
			throw new Unhandleable("unknown link " + event.epoch() + " of customer " + event.customerId());
		}
		refresh(event.customerId());
	}

	/** Some rows of a list, and how many it has. */
	public record Slice(List<Listing> rows, long count) {
	}

}
