package io.partnerhub.customer.customer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.Permission;
import io.partnerhub.customer.listing.Listing;
import io.partnerhub.customer.listing.Listings;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.customer.privacy.Reveal;
import io.partnerhub.customer.privacy.Reveals;
import io.partnerhub.customer.relation.Requests;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records customers and shows a partner those who are his now. */
@Service
public class Customers {

	private static final String RESOURCE = "customers";

	private final CustomerStore store;

	private final Listings listings;

	private final Reveals reveals;

	private final Requests requests;

	private final Clock clock;

	Customers(CustomerStore store, Listings listings, Reveals reveals, Requests requests, Clock clock) {
		this.store = store;
		this.listings = listings;
		this.reveals = reveals;
		this.requests = requests;
		this.clock = clock;
	}

	/** The customer, locked: his links and requests come one at a time. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Customer lock(UUID id) {
		return this.store.lock(id).orElseThrow(() -> Problem.notFound("customer"));
	}

	/**
	 * The customer behind a login, recorded at his first acceptance (INV-15), and locked.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Customer lockOrCreate(NewCustomer login) {
		String issuer = Objects.requireNonNull(login.issuer());
		String subject = Objects.requireNonNull(login.subject());
		Customer customer = this.store.findByLogin(issuer, subject)
			.or(() -> this.store.insert(login, this.clock.instant()))
			.or(() -> this.store.findByLogin(issuer, subject))
			.orElseThrow(() -> Problem.conflict("ACCOUNT_NAME_TAKEN", "Another customer has this account name."));
		return lock(customer.id());
	}

	/** A new customer, or none if his account name or platform identity is taken. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<Customer> create(NewCustomer customer) {
		return this.store.insert(customer, this.clock.instant());
	}

	public boolean accountExists(String accountName) {
		return this.store.accountExists(accountName);
	}

	public boolean xaccountExists(String type, String id) {
		return this.store.xaccountExists(type, id);
	}

	Optional<Customer> findByLogin(String issuer, String subject) {
		return this.store.findByLogin(issuer, subject);
	}

	@Transactional
	CustomerView view(Caller caller, UUID id, Reveal reveal) {
		caller.require(Permission.VIEW_CUSTOMERS);
		Reveal shown = this.reveals.permit(caller, reveal);
		Listing row = this.listings.find(Sight.of(caller), id).orElseThrow(() -> Problem.notFound("customer"));
		record(caller, shown, List.of(row));
		return CustomerView.of(row, shown, CustomerQuery.month(this.clock), actions(caller, id));
	}

	@Transactional
	Page<CustomerView> list(Caller caller, CustomerQuery query, Reveal reveal, PageQuery page) {
		caller.require(Permission.VIEW_CUSTOMERS);
		Reveal shown = this.reveals.permit(caller, reveal);
		LocalDate month = CustomerQuery.month(this.clock);
		Page<Listing> rows = this.listings.page(Sight.of(caller), query.filter(month), page);
		record(caller, shown, rows.items());
		return rows.map((row) -> CustomerView.of(row, shown, month, null));
	}

	private void record(Caller caller, Reveal shown, List<Listing> rows) {
		this.reveals.record(caller, shown, RESOURCE, rows, Listing::customerId, Listing::accountManagerId);
	}

	private List<String> actions(Caller caller, UUID id) {
		List<String> actions = new ArrayList<>();
		if (caller.may(Permission.DEVELOP_CUSTOMERS)) {
			actions.add("SET_LABEL");
		}
		if (caller.may(Permission.END_RELATIONS) && this.requests.open(id).isEmpty()) {
			actions.addAll(List.of("START_DISASSOCIATION", "START_MODEL_SWITCH"));
		}
		return actions;
	}

}
