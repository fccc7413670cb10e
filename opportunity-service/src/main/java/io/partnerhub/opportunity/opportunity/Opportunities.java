package io.partnerhub.opportunity.opportunity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;
import io.partnerhub.contracts.OpportunityEvent.CustomerOpportunitiesClosed;
import io.partnerhub.contracts.OpportunityEvent.OpportunityClosed;
import io.partnerhub.contracts.OpportunityEvent.OpportunityCreated;
import io.partnerhub.contracts.Permission;
import io.partnerhub.opportunity.customer.EndedLink;
import io.partnerhub.opportunity.customer.KnownCustomer;
import io.partnerhub.opportunity.customer.KnownCustomers;
import io.partnerhub.opportunity.opportunity.Opportunity.Revenue;
import io.partnerhub.opportunity.opportunity.Opportunity.Stage;
import io.partnerhub.opportunity.opportunity.Opportunity.State;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registers opportunities (OPP-01), shows each caller those he may see (OPP-11) and
 * closes them: on a person's word (OPP-20), or all of a customer when his link ends
 * (OPP-17).
 */
@Service
class Opportunities {

	static final String CUSTOMER_DISASSOCIATED = "CUSTOMER_DISASSOCIATED";

	static final String CUSTOMER_TRANSFERRED = "CUSTOMER_TRANSFERRED";

	private final KnownCustomers customers;

	private final OpportunityStore store;

	private final OpportunityProperties properties;

	private final Outbox outbox;

	private final Clock clock;

	Opportunities(KnownCustomers customers, OpportunityStore store, OpportunityProperties properties, Outbox outbox,
			Clock clock) {
		this.customers = customers;
		this.store = store;
		this.properties = properties;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Transactional
	Registered register(Caller caller, Registration registration) {
		RegistrationRules.checkWriter(caller);
		Revenue revenue = RegistrationRules.checkRevenue(registration);
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.properties.zone());
		RegistrationRules.checkDates(registration.expectedSignDate(), revenue.launchDate(), today,
				this.properties.horizonYears());
		KnownCustomer customer = this.customers.lock(caller.tenant(), caller.owner(), registration.customerId())
			.orElseThrow(() -> Problem.notFound("customer"));
		RegistrationRules.checkCustomer(caller, customer);
		checkRoom(customer);
		Optional<UUID> twin = twin(customer, registration.name());
		Opportunity opportunity = opened(caller, customer, registration, revenue);
		this.store.insert(opportunity);
		this.outbox.announce(new OpportunityCreated(customer.partnerId(), customer.ownerPartnerId(),
				customer.customerId(), opportunity.id(), customer.accountManagerId(), revenue.expected().amount()));
		return new Registered(opportunity, twin.orElse(null));
	}

	@Transactional(readOnly = true)
	Page<Opportunity> list(Caller caller, Filter filter, PageQuery query) {
		caller.require(Permission.VIEW_OPPORTUNITIES);
		return Page.of(this.store.list(caller, filter, query), query, Opportunity::id);
	}

	@Transactional(readOnly = true)
	Opportunity find(Caller caller, UUID id) {
		caller.require(Permission.VIEW_OPPORTUNITIES);
		return this.store.find(caller, id).orElseThrow(() -> Problem.notFound("opportunity"));
	}

	@Transactional
	Opportunity close(Caller caller, UUID id, String reason) {
		RegistrationRules.checkWriter(caller);
		Opportunity opportunity = this.store.lock(caller.tenant(), caller.owner(), id)
			.orElseThrow(() -> Problem.notFound("opportunity"));
		if (!opportunity.isIn(caller)) {
			throw RegistrationRules.notOwned();
		}
		if (opportunity.state() != State.OPEN) {
			throw Problem.conflict("OPPORTUNITY_CLOSED", "The opportunity has ended.");
		}
		Opportunity closed = this.store.close(opportunity, reason, this.clock.instant());
		this.outbox.announce(new OpportunityClosed(closed.partnerId(), closed.ownerPartnerId(), closed.customerId(),
				closed.id(), reason));
		return closed;
	}

	@Transactional
	void closeAll(CustomerDisassociated event) {
		closeAll(EndedLink.of(event), CUSTOMER_DISASSOCIATED);
	}

	/** What the former partner had open ends; the next one starts afresh (DIS-14). */
	@Transactional
	void closeAll(CustomerTransferred event) {
		closeAll(EndedLink.of(event), CUSTOMER_TRANSFERRED);
		this.customers.move(event);
	}

	/** What is open stays so in the next model (DIS-10, DIS-11). */
	@Transactional
	void carryOver(CustomerModelSwitched event) {
		if (this.customers.change(event)) {
			this.store.carryOver(event);
		}
	}

	/** Answers the end of a link once; an end heard of before changes nothing. */
	private void closeAll(EndedLink link, String reason) {
		if (!this.customers.end(link)) {
			return;
		}
		List<UUID> closed = this.properties.closeOnDisassociation()
				? this.store.closeAll(link, reason, this.clock.instant()) : List.of();
		closed.forEach((id) -> this.outbox
			.announce(new OpportunityClosed(link.partnerId(), link.ownerPartnerId(), link.customerId(), id, reason)));
		this.outbox.announce(new CustomerOpportunitiesClosed(link.partnerId(), link.ownerPartnerId(), link.customerId(),
				link.epoch(), closed.size()));
	}

	private void checkRoom(KnownCustomer customer) {
		int limit = this.properties.maxOpenPerCustomer();
		if (this.store.countOpen(customer) >= limit) {
			throw Problem
				.conflict("OPPORTUNITY_LIMIT_REACHED", "The customer has as many open opportunities as allowed.")
				.with("limit", limit);
		}
	}

	private Optional<UUID> twin(KnownCustomer customer, String name) {
		Optional<UUID> twin = this.store.findOpenTwin(customer, RegistrationRules.normalised(name));
		if (twin.isPresent() && this.properties.refuseDuplicates()) {
			throw RegistrationRules.duplicate(twin.get());
		}
		return twin;
	}

	private Opportunity opened(Caller caller, KnownCustomer customer, Registration registration, Revenue revenue) {
		Instant now = this.clock.instant();
		return new Opportunity(Ids.next(), customer.partnerId(), customer.ownerPartnerId(), customer.customerId(),
				customer.epoch(), customer.accountManagerId(), caller.subject(), registration.name().strip(),
				registration.description(), registration.cloudServices().stream().distinct().toList(),
				registration.expectedSignDate(), revenue, Stage.QUALIFYING, State.OPEN, null, null, now, now, 1);
	}

	/**
	 * A new opportunity.
	 *
	 * @param twinId an open one of the same name for the same customer, if there is one
	 */
	record Registered(Opportunity opportunity, @Nullable UUID twinId) {
	}

	/** Which opportunities a list shows; absent means all. */
	record Filter(@Nullable String name, @Nullable UUID customerId, @Nullable State state, @Nullable Stage stage) {
	}

}
