package io.partnerhub.customer.association;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;

/** Shows checks to those who may see the prospect or customer, and to nobody else. */
@Service
class Inquiries {

	private final CandidateStore accounts;

	private final AssociationStore associations;

	private final Candidates candidates;

	private final AssociationChecks checks;

	private final Clock clock;

	Inquiries(CandidateStore accounts, AssociationStore associations, Candidates candidates, AssociationChecks checks,
			Clock clock) {
		this.accounts = accounts;
		this.associations = associations;
		this.candidates = candidates;
		this.checks = checks;
		this.clock = clock;
	}

	Findings ofProspect(Caller caller, UUID preRegistrationId, AssociationType type) {
		caller.require(Permission.VIEW_CUSTOMERS);
		return this.accounts.findReserved(preRegistrationId, Sight.of(caller), this.clock.instant())
			.map((reserved) -> this.checks.look(this.candidates.of(reserved.prospect(), caller.owner(), type)))
			.orElseThrow(() -> Problem.notFound("pre-registration"));
	}

	Findings ofCustomer(Caller caller, UUID customerId, AssociationType type) {
		Association link = (caller.is(Caller.Kind.CUSTOMER) ? own(caller, customerId) : seen(caller, customerId))
			.orElseThrow(() -> Problem.notFound("customer"));
		return this.checks.lookAtSwitch(customerId, link.ownerPartnerId(), type);
	}

	private Optional<Association> own(Caller caller, UUID customerId) {
		return this.associations.findPresent(customerId).filter((link) -> link.customerId().equals(caller.customer()));
	}

	private Optional<Association> seen(Caller caller, UUID customerId) {
		return this.associations.findPresent(customerId, Sight.of(caller.require(Permission.VIEW_CUSTOMERS)));
	}

}
