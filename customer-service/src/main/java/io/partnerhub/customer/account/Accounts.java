package io.partnerhub.customer.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import io.partnerhub.customer.contact.ContactRules;
import io.partnerhub.customer.fact.AccountFacts;
import io.partnerhub.customer.fact.Facts;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers what is known of an account: the vendor knows best, then the identity provider,
 * then the hub for accounts opened here.
 */
@Service
@Transactional(readOnly = true)
public class Accounts {

	/** A person has few accounts; more than these need no look. */
	private static final int MATCHES = 5;

	private final Facts facts;

	private final AccountStore store;

	Accounts(Facts facts, AccountStore store) {
		this.facts = facts;
		this.store = store;
	}

	/** The account of a customer, or of a login that the hub may not know yet. */
	public Account of(Caller caller) {
		AccountStore.Known known = caller.is(Caller.Kind.CUSTOMER) ? known(caller.customer())
				: this.store.find(caller.issuer(), caller.identity())
					.orElseGet(() -> AccountStore.Known.unknown(caller.subject()));
		return account(known, this.facts.of(known.name()), caller.email(), caller.openedAt());
	}

	public Account of(UUID customerId) {
		AccountStore.Known known = known(customerId);
		return account(known, this.facts.of(known.name()), null, null);
	}

	/**
	 * The accounts that may be somebody's who is named so: customers of the hub, then
	 * accounts that only the vendor has told of.
	 */
	public List<Account> matching(Identity named) {
		List<Account> accounts = new ArrayList<>();
		this.store.match(named, MATCHES)
			.forEach((known) -> accounts.add(account(known, this.facts.of(known.name()), null, null)));
		this.facts.matching(named.accountName(), named.email(), named.mobile())
			.stream()
			.filter((facts) -> accounts.stream().noneMatch((known) -> known.isNamed(facts.accountName())))
			.toList()
			.forEach((facts) -> accounts
				.add(account(AccountStore.Known.unknown(facts.accountName()), facts, null, null)));
		return accounts;
	}

	private AccountStore.Known known(UUID customerId) {
		return this.store.find(customerId).orElseThrow(() -> Problem.notFound("customer"));
	}

	private static Account account(AccountStore.Known known, AccountFacts told, @Nullable String loginEmail,
			@Nullable Instant loginOpenedAt) {
		List<String> emails = present(loginEmail, known.loginEmail(), told.email()).map(ContactRules::email)
			.distinct()
			.toList();
		List<String> mobiles = present(told.mobile(), known.provenMobile()).distinct().toList();
		return new Account(known.customerId(), known.name(), told.realName(), emails, mobiles, known.noted(),
				present(told.registeredAt(), loginOpenedAt, known.openedHere()).findFirst().orElse(null));
	}

	@SafeVarargs
	private static <T> Stream<T> present(@Nullable T... values) {
		return Stream.of(values).filter(Objects::nonNull);
	}

}
