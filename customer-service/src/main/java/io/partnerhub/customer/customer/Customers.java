package io.partnerhub.customer.customer;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.Permission;
import io.partnerhub.customer.disassociation.Disassociations;
import io.partnerhub.customer.member.Sight;
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

	private final CustomerStore store;

	private final Disassociations disassociations;

	private final Clock clock;

	Customers(CustomerStore store, Disassociations disassociations, Clock clock) {
		this.store = store;
		this.disassociations = disassociations;
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

	@Transactional(readOnly = true)
	CustomerView view(Caller caller, UUID id) {
		caller.require(Permission.VIEW_CUSTOMERS);
		CustomerView view = this.store.view(id, Sight.of(caller)).orElseThrow(() -> Problem.notFound("customer"));
		return view.withActions(actions(caller, id));
	}

	@Transactional(readOnly = true)
	Page<CustomerView> list(Caller caller, CustomerFilter filter, PageQuery page) {
		caller.require(Permission.VIEW_CUSTOMERS);
		return Page.of(this.store.list(Sight.of(caller), filter, page), page, CustomerView::associationId);
	}

	private List<String> actions(Caller caller, UUID id) {
		boolean mayStart = caller.may(Permission.END_RELATIONS) && this.disassociations.open(id).isEmpty();
		return mayStart ? List.of("START_DISASSOCIATION") : List.of();
	}

}
