package io.partnerhub.customer.association;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.partnerhub.customer.check.Check;
import io.partnerhub.customer.check.Check.State;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.remote.Remote;
import org.springframework.stereotype.Service;

/**
 * What billing-service says about a candidate. Only a customer of the hub can have an
 * account there, so that nobody else is asked about.
 */
@Service
class AccountsAtBilling {

	static final String UNREACHABLE = "BILLING_UNREACHABLE";

	private final BillingQuestion billing;

	private final Remote remote;

	AccountsAtBilling(BillingQuestion billing, Remote remote) {
		this.billing = billing;
		this.remote = remote;
	}

	/** Refuses with 503 if the answer is missing. */
	List<Check> ask(Candidate candidate) {
		UUID customerId = candidate.customerId();
		if (customerId == null) {
			return List.of();
		}
		return this.remote.ask("billing-service", () -> this.billing.of(customerId, candidate.owner()))
			.checks()
			.stream()
			.map(AccountsAtBilling::check)
			.toList();
	}

	/** A missing answer is a finding of its own. */
	List<Check> look(Candidate candidate) {
		try {
			return ask(candidate);
		}
		catch (Problem unreachable) {
			return List.of(unreachable(unreachable));
		}
	}

	static Check unreachable(Problem problem) {
		return Check.unknown(UNREACHABLE, problem.detail());
	}

	private static Check check(BillingQuestion.Item item) {
		return new Check(item.code(), item.failed() ? State.FAILED : State.PASSED, item.detail(), null,
				Objects.requireNonNullElse(item.facts(), Map.of()));
	}

}
