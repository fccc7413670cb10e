package io.partnerhub.customer.association;

import java.time.Clock;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;

/** Shows checks to those who may see the prospect, and to nobody else. */
@Service
class Inquiries {

	private final CandidateStore accounts;

	private final Candidates candidates;

	private final AssociationChecks checks;

	private final Clock clock;

	Inquiries(CandidateStore accounts, Candidates candidates, AssociationChecks checks, Clock clock) {
		this.accounts = accounts;
		this.candidates = candidates;
		this.checks = checks;
		this.clock = clock;
	}

	Associability ofProspect(Caller caller, UUID preRegistrationId, AssociationType type) {
		caller.require(Permission.VIEW_CUSTOMERS);
		CandidateStore.Reserved reserved = this.accounts
			.findReserved(preRegistrationId, Sight.of(caller), this.clock.instant())
			.orElseThrow(() -> Problem.notFound("pre-registration"));
		if (reserved.inReview()) {
			throw Problem
				.conflict("INVITE_NOT_PREREGISTERED",
						"The vendor reviews this customer; until then nothing is told of his account.")
				.with("state", reserved.state());
		}
		return this.checks.look(this.candidates.of(reserved.prospect(), caller.owner(), type));
	}

}
