package io.partnerhub.customer.preregistration;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.customer.fact.AccountFacts;
import io.partnerhub.customer.fact.Facts;
import org.springframework.stereotype.Component;

/**
 * Gathers what the hub and the vendor know about a prospect, and has it judged (PRE-04,
 * PRE-05).
 */
@Component
class Screening {

	private final ReservationStore store;

	private final Facts facts;

	private final ReviewRules rules;

	Screening(ReservationStore store, Facts facts, PreRegistrationSettings settings) {
		this.store = store;
		this.facts = facts;
		this.rules = new ReviewRules(settings);
	}

	Verdict judge(UUID owner, Prospect prospect, Instant now) {
		return this.rules.judge(accounts(prospect), held(owner, prospect), prospect.country(), now);
	}

	private Set<Exclusion> held(UUID owner, Prospect prospect) {
		Set<Exclusion> held = EnumSet.noneOf(Exclusion.class);
		for (UUID holder : this.store.holders(prospect)) {
			held.add(holder.equals(owner) ? Exclusion.ALREADY_REGISTERED : Exclusion.REGISTERED_BY_ANOTHER_PARTNER);
		}
		if (this.store.isAssociated(prospect)) {
			held.add(Exclusion.ALREADY_ASSOCIATED);
		}
		return held;
	}

	/** An account that the partner names counts even if nothing is known about it. */
	private Collection<AccountFacts> accounts(Prospect prospect) {
		Map<String, AccountFacts> accounts = new LinkedHashMap<>();
		if (prospect.existingAccountName() != null) {
			AccountFacts named = this.facts.of(prospect.existingAccountName());
			accounts.put(named.accountName(), named);
		}
		this.facts.matching(null, prospect.email(), prospect.mobile())
			.forEach((account) -> accounts.put(account.accountName(), account));
		return accounts.values();
	}

}
