package io.partnerhub.customer.association;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.association.CandidateStore.Account;
import io.partnerhub.customer.association.CandidateStore.Prospect;
import io.partnerhub.customer.association.Candidate.Occasion;
import io.partnerhub.customer.fact.AccountFacts;
import io.partnerhub.customer.fact.Facts;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds out whose account a link would be made with. */
@Service
class Candidates {

	private final CandidateStore store;

	private final Facts facts;

	Candidates(CandidateStore store, Facts facts) {
		this.store = store;
		this.facts = facts;
	}

	/**
	 * The person who is about to accept: a customer, or a login that would become one.
	 */
	Candidate of(Caller caller, UUID owner, AssociationType type, @Nullable UUID preRegistrationId) {
		boolean invited = preRegistrationId != null;
		return account(caller)
			.map((known) -> new Candidate(owner, type, Occasion.ACCEPTANCE, known.customerId(), known.name(),
					known.email(), known.mobile(), known.openedAt(caller.openedAt()), invited))
			.orElseGet(() -> newcomer(caller, owner, type, invited));
	}

	Candidate of(NewLink link) {
		Account account = account(link.customerId());
		return new Candidate(link.partner().ownerPartnerId(), link.type(),
				(link.madeBy() != null) ? Occasion.CREATION : Occasion.ACCEPTANCE, account.customerId(), account.name(),
				account.email(), account.mobile(), account.openedAt(link.accountOpenedAt()),
				link.preRegistrationId() != null);
	}

	/** A partner's own customer, who would change his model. */
	Candidate ofSwitch(UUID customerId, UUID owner, AssociationType type) {
		Account account = account(customerId);
		return new Candidate(owner, type, Occasion.SWITCH, account.customerId(), account.name(), account.email(),
				account.mobile(), null, false);
	}

	/**
	 * The accounts that may be a prospect's; if there are none, one that nobody knows
	 * anything about.
	 */
	List<Candidate> of(Prospect prospect, UUID owner, AssociationType type) {
		List<Candidate> candidates = new ArrayList<>();
		this.store.match(prospect)
			.forEach((account) -> candidates.add(new Candidate(owner, type, Occasion.ACCEPTANCE, account.customerId(),
					account.name(), prospect.email(), prospect.mobile(), account.openedHere(), false)));
		this.facts.matching(prospect.accountName(), prospect.email(), prospect.mobile())
			.stream()
			.filter((facts) -> candidates.stream().noneMatch((known) -> sameName(known, facts.accountName())))
			.toList()
			.forEach((facts) -> candidates.add(of(prospect, facts.accountName(), owner, type)));
		return candidates.isEmpty() ? List.of(of(prospect, nameOf(prospect), owner, type)) : candidates;
	}

	private static Candidate of(Prospect prospect, String accountName, UUID owner, AssociationType type) {
		return new Candidate(owner, type, Occasion.ACCEPTANCE, null, accountName, prospect.email(), prospect.mobile(),
				null, false);
	}

	private static String nameOf(Prospect prospect) {
		return (prospect.accountName() != null) ? prospect.accountName() : "";
	}

	private static boolean sameName(Candidate candidate, String accountName) {
		return candidate.accountName().toLowerCase(Locale.ROOT).equals(accountName);
	}

	private Optional<Account> account(Caller caller) {
		return caller.is(Caller.Kind.CUSTOMER) ? Optional.of(account(caller.customer()))
				: this.store.findByLogin(Objects.requireNonNull(caller.require(Caller.Kind.IDENTITY).issuer()),
						Objects.requireNonNull(caller.identity()));
	}

	private Account account(UUID customerId) {
		return this.store.find(customerId).orElseThrow(() -> Problem.notFound("customer"));
	}

	/** Where his token does not tell how to reach him, what the vendor told does. */
	private Candidate newcomer(Caller caller, UUID owner, AssociationType type, boolean invited) {
		AccountFacts told = this.facts.of(caller.subject());
		return new Candidate(owner, type, Occasion.ACCEPTANCE, null, caller.subject(),
				(caller.email() != null) ? caller.email() : told.email(), told.mobile(), caller.openedAt(), invited);
	}

}
