package io.partnerhub.customer.relation;

import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.Permission;
import io.partnerhub.customer.association.Association;
import io.partnerhub.customer.association.Associations;
import io.partnerhub.customer.relation.Request.State;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows requests and checks to the two sides they concern, and to nobody else. */
@Service
class RequestViews {

	private final RequestViewStore store;

	private final RequestStore steps;

	private final Associations associations;

	private final AccountChecks checks;

	RequestViews(RequestViewStore store, RequestStore steps, Associations associations, AccountChecks checks) {
		this.store = store;
		this.steps = steps;
		this.associations = associations;
		this.checks = checks;
	}

	@Transactional(readOnly = true)
	RequestView get(Caller caller, UUID id) {
		RequestViewStore.Named named = (caller.is(Caller.Kind.CUSTOMER) ? this.store.find(id, caller.customer())
				: this.store.find(id, sight(caller)))
			.orElseThrow(() -> Problem.notFound("disassociation request"));
		List<Step> settled = this.steps.steps(id);
		return RequestView.of(named, settled.isEmpty() ? null : settled, caller);
	}

	@Transactional(readOnly = true)
	Page<RequestView> list(Caller caller, @Nullable State state, PageQuery page) {
		List<RequestViewStore.Named> rows = caller.is(Caller.Kind.CUSTOMER)
				? this.store.list(caller.customer(), state, page) : this.store.list(sight(caller), state, page);
		return Page.of(rows, page, RequestViewStore.Named::id).map((named) -> RequestView.of(named, null, caller));
	}

	List<Check> checks(Actor actor, UUID customerId) {
		Association link = this.associations.findPresent(customerId)
			.filter(actor::takesPartIn)
			.orElseThrow(() -> Problem.notFound("customer"));
		return this.checks.look(customerId, link.ownerPartnerId());
	}

	private static Sight sight(Caller caller) {
		return Sight.of(caller.may(Permission.END_RELATIONS) ? caller : caller.require(Permission.VIEW_CUSTOMERS));
	}

}
