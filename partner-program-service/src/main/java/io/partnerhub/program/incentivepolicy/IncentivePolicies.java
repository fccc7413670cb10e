package io.partnerhub.program.incentivepolicy;

import java.time.Clock;
import java.util.List;

import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.program.ProgramProperties;
import io.partnerhub.program.incentivepolicy.PolicyStore.InForce;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The vendor tells its incentive policies, and partners look them up by product (INC-11).
 */
@Service
@Transactional
class IncentivePolicies {

	private final PolicyStore store;

	private final ProgramProperties properties;

	private final Clock clock;

	IncentivePolicies(PolicyStore store, ProgramProperties properties, Clock clock) {
		this.store = store;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * All or none; a policy told again from the same month takes the place of the first.
	 */
	void tell(Caller caller, List<IncentivePolicy> policies) {
		caller.require(Caller.Kind.VENDOR);
		this.store.oneAtATime();
		policies.forEach(this::tell);
		if (this.store.count() > this.properties.incentivePolicies()) {
			throw Problem.conflict("INCENTIVE_POLICY_LIMIT_REACHED",
					"At most " + this.properties.incentivePolicies() + " incentive policies are kept.");
		}
	}

	@Transactional(readOnly = true)
	Page<InForce> page(Caller caller, @Nullable String month, @Nullable String serviceType, PageQuery page) {
		PolicyRules.requireReading(caller);
		String asked = PolicyRules.month("?month", month, this.clock.instant());
		return Page.of(this.store.page(asked, serviceType, page), page, (found) -> found.policy().id());
	}

	/** For the vendor's face, which counts rows. */
	@Transactional(readOnly = true)
	Found find(Caller caller, String month, @Nullable String serviceType, Offset offset) {
		PolicyRules.requireReading(caller.require(Caller.Kind.PARTNER));
		return new Found(this.store.find(month, serviceType, offset), this.store.count(month, serviceType));
	}

	private void tell(IncentivePolicy policy) {
		if (!this.store.knows(policy.serviceType())) {
			throw Problem.conflict("SERVICE_TYPE_UNKNOWN", "The dictionary has no such service type.")
				.with("serviceType", policy.serviceType());
		}
		if (this.store.find(policy.serviceType(), policy.from()).filter(policy::sameAs).isEmpty()) {
			this.store.save(policy);
		}
	}

	/** Some policies, and how many there are in all. */
	record Found(List<InForce> policies, int total) {
	}

}
