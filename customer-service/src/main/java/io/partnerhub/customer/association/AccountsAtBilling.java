package io.partnerhub.customer.association;

import java.util.List;
import java.util.UUID;

import io.partnerhub.customer.check.BillingChecks;
import io.partnerhub.customer.check.Check;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;

/**
 * What billing-service says about a candidate. Only a customer of the hub can have an
 * account there, so that nobody else is asked about.
 */
@Service
class AccountsAtBilling {

	private final BillingChecks billing;

	AccountsAtBilling(BillingChecks billing) {
		this.billing = billing;
	}

	/** Refuses with 503 if the answer is missing. */
	List<Check> ask(Candidate candidate) {
		UUID customerId = candidate.customerId();
		return (customerId != null) ? this.billing.beforeLink(customerId, candidate.owner()) : List.of();
	}

	/** A missing answer is a finding of its own. */
	List<Check> look(Candidate candidate) {
		try {
			return ask(candidate);
		}
		catch (Problem unreachable) {
			return List.of(Check.unreachable(unreachable));
		}
	}

}
