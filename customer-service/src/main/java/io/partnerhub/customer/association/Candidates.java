package io.partnerhub.customer.association;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.account.Account;
import io.partnerhub.customer.account.Accounts;
import io.partnerhub.customer.account.Identity;
import io.partnerhub.customer.association.Candidate.Occasion;
import io.partnerhub.platform.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds out whose account a link would be made with. */
@Service
class Candidates {

	private final CandidateStore store;

	private final Accounts accounts;

	Candidates(CandidateStore store, Accounts accounts) {
		this.store = store;
		this.accounts = accounts;
	}

	/**
	 * The person who is about to accept: a customer, or a login that would become one.
	 */
	Candidate of(Caller caller, UUID owner, AssociationType type, @Nullable UUID preRegistrationId) {
		if (!caller.is(Caller.Kind.CUSTOMER)) {
			caller.require(Caller.Kind.IDENTITY);
		}
		return new Candidate(owner, type, Occasion.ACCEPTANCE, this.accounts.of(caller), named(preRegistrationId),
				preRegistrationId != null);
	}

	Candidate of(NewLink link) {
		Occasion occasion = (link.madeBy() != null) ? Occasion.CREATION : Occasion.ACCEPTANCE;
		return new Candidate(link.partner().ownerPartnerId(), link.type(), occasion,
				opened(this.accounts.of(link.customerId()), link.accountOpenedAt()), named(link.preRegistrationId()),
				link.preRegistrationId() != null);
	}

	/**
	 * The account the partner has named, else those that may be his prospect's; if there
	 * is none, one that nobody knows anything about.
	 */
	List<Candidate> of(Identity prospect, UUID owner, AssociationType type) {
		String name = prospect.accountName();
		List<Account> known = this.accounts.matching(prospect)
			.stream()
			.filter((account) -> name == null || account.isNamed(name))
			.toList();
		List<Account> looked = known.isEmpty() ? List.of(Account.unknown((name != null) ? name : "")) : known;
		return looked.stream()
			.map((account) -> new Candidate(owner, type, Occasion.ACCEPTANCE, account, prospect, false))
			.toList();
	}

	private Identity named(@Nullable UUID preRegistrationId) {
		return (preRegistrationId != null) ? this.store.prospect(preRegistrationId) : Identity.NONE;
	}

	/** What his token said at the acceptance is known here no more. */
	private static Account opened(Account account, @Nullable Instant told) {
		return (told != null) ? account.openedAt(told) : account;
	}

}
