package io.partnerhub.customer.association;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.check.Check;
import io.partnerhub.customer.check.Check.State;
import io.partnerhub.customer.check.Checks;
import io.partnerhub.customer.fact.Facts;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Everything that stands in the way of a link, all at once (ASC-02 to ASC-04). Billing is
 * asked before any row is locked; under the locks the hub's own facts are looked at once
 * more. What nobody has told does not block, and is kept with the link (CUS-02).
 */
@Service
public class AssociationChecks {

	private final Candidates candidates;

	private final CandidateStore store;

	private final Facts facts;

	private final AccountsAtBilling billing;

	private final Checks checks;

	private final AssociationSettings settings;

	private final Clock clock;

	AssociationChecks(Candidates candidates, CandidateStore store, Facts facts, AccountsAtBilling billing,
			Checks checks, AssociationSettings settings, Clock clock) {
		this.candidates = candidates;
		this.store = store;
		this.facts = facts;
		this.billing = billing;
		this.checks = checks;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * For an acceptance, before it locks anything: refuses with all failures, or with 503
	 * if billing does not answer. Where nothing but the age stands in the way, the
	 * acceptance may have a refusal of its own (INV-06); {@code confirm} has the last
	 * word.
	 */
	public void require(Caller caller, UUID owner, AssociationType type, @Nullable UUID preRegistrationId) {
		Candidate candidate = this.candidates.of(caller, owner, type, preRegistrationId);
		List<Check> found = examine(candidate, ask(candidate));
		if (!AssociationRules.isTooOldOnly(found)) {
			refuseFailed(found);
		}
	}

	/** The same for whoever is about to accept, to read. */
	public Associability look(Caller caller, UUID owner, AssociationType type, @Nullable UUID preRegistrationId) {
		return look(this.candidates.of(caller, owner, type, preRegistrationId));
	}

	/**
	 * For a partner who looks at several accounts that may be his prospect's. Until the
	 * customer has accepted he learns which checks stand in the way and what to do about
	 * them (ASC-04), and none of the facts behind them.
	 */
	Associability look(List<Candidate> candidates) {
		List<List<Check>> findings = candidates.stream()
			.map((candidate) -> examine(candidate, this.billing.look(candidate)))
			.toList();
		List<Check> told = AssociationRules.worst(findings).stream().map(Check::withoutFacts).toList();
		return Associability.of(this.checks.withRemedies(told));
	}

	/**
	 * Under the locks of whoever makes the link: refuses what the hub itself knows by
	 * now, and tells which checks nobody could answer.
	 */
	List<String> confirm(NewLink link) {
		List<Check> found = examine(this.candidates.of(link), List.of());
		refuseFailed(found);
		return found.stream().filter((check) -> check.is(State.UNKNOWN)).map(Check::code).toList();
	}

	Problem refusal(List<Check> failed) {
		List<String> codes = failed.stream().map(Check::code).toList();
		return Problem
			.conflict("ASSOCIATION_CHECK_FAILED",
					"The customer cannot be associated: " + String.join(", ", codes) + ".")
			.with("fail_check_items", codes)
			.with("checks", this.checks.withRemedies(failed));
	}

	private List<Check> ask(Candidate candidate) {
		try {
			return this.billing.ask(candidate);
		}
		catch (Problem unreachable) {
			throw unreachable.with("checks", look(candidate, List.of(Check.unreachable(unreachable))).open());
		}
	}

	private List<Check> examine(Candidate candidate, List<Check> billing) {
		Instant now = this.clock.instant();
		return AssociationRules.examine(new AssociationRules.Case(candidate, this.facts.of(candidate.accountName()),
				this.store.standing(candidate, now), this.settings.newAccount(), now), billing);
	}

	private Associability look(Candidate candidate) {
		return look(candidate, this.billing.look(candidate));
	}

	private Associability look(Candidate candidate, List<Check> billing) {
		return Associability.of(this.checks.withRemedies(examine(candidate, billing)));
	}

	private void refuseFailed(List<Check> found) {
		List<Check> failed = found.stream().filter((check) -> check.is(State.FAILED)).toList();
		if (!failed.isEmpty()) {
			throw refusal(failed);
		}
	}

}
