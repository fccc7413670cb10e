package io.partnerhub.customer.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.customer.check.BillingChecks;
import io.partnerhub.customer.check.Check;
import io.partnerhub.customer.check.Check.State;
import io.partnerhub.customer.check.Checks;
import io.partnerhub.customer.fact.Facts;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;

/**
 * Everything that stands in the way of a request, all at once (DIS-02, DIS-05, DIS-06).
 * Without billing's answer nothing starts and nothing ends.
 */
@Service
class AccountChecks {

	private final Facts facts;

	private final BillingChecks billing;

	private final Checks checks;

	private final EarlierStarts earlier;

	AccountChecks(Facts facts, BillingChecks billing, Checks checks, EarlierStarts earlier) {
		this.facts = facts;
		this.billing = billing;
		this.checks = checks;
		this.earlier = earlier;
	}

	/** Whatever a start of that person would run into now. */
	List<Check> look(Actor actor, Intent intent) {
		List<Check> all = new ArrayList<>(look(intent));
		all.addAll(this.checks.withRemedies(this.earlier.look(actor, intent)));
		return all;
	}

	/** For a person to read: an unreachable service shows as UNKNOWN. */
	List<Check> look(Intent intent) {
		try {
			return all(intent, askBilling(intent.link().customerId(), intent.link().ownerPartnerId()));
		}
		catch (Problem unreachable) {
			return all(intent, List.of(Check.unreachable(unreachable)));
		}
	}

	/** For a command, before it locks anything: 503 if it cannot be known. */
	List<Check> askBilling(UUID customerId, UUID owner) {
		return this.billing.beforeEnd(customerId, owner);
	}

	/** Refuses with all failures; returns the codes that nobody could tell. */
	List<String> require(Intent intent, List<Check> billing) {
		List<Check> all = all(intent, billing);
		List<Check> failed = all.stream().filter((check) -> check.is(State.FAILED)).toList();
		if (!failed.isEmpty()) {
			throw Problem
				.conflict("DISASSOCIATION_CHECK_FAILED", "The account check found what has to be settled first.")
				.with("checks", failed);
		}
		return all.stream().filter((check) -> check.is(State.UNKNOWN)).map(Check::code).toList();
	}

	private List<Check> all(Intent intent, List<Check> billing) {
		Map<String, Check> all = new LinkedHashMap<>();
		BlockRules.of(intent, this.facts.of(intent.account().accountName()))
			.forEach((code, blocks) -> all.put(code, own(code, blocks)));
		billing.forEach((check) -> all.merge(check.code(), check, Check::orWorse));
		return this.checks.withRemedies(List.copyOf(all.values()));
	}

	private Check own(String code, Optional<Boolean> blocks) {
		return blocks.map((blocked) -> blocked ? Check.failed(code, null, Map.of()) : Check.passed(code))
			.orElseGet(() -> this.checks.untold(code));
	}

}
