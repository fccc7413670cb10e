package io.partnerhub.customer.invitation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.partnerhub.customer.contact.ContactRules;
import io.partnerhub.customer.fact.AccountFacts;
import io.partnerhub.customer.fact.Facts;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gathers what is known of the account behind a caller: the vendor knows best, then the
 * identity provider, then the hub for accounts opened here.
 */
@Component
class Accounts {

	private final Facts facts;

	private final AccountStore store;

	Accounts(Facts facts, AccountStore store) {
		this.facts = facts;
		this.store = store;
	}

	Account of(Caller caller) {
		AccountStore.Known known = known(caller);
		AccountFacts told = this.facts.of(known.name());
		List<String> emails = Stream.of(caller.email(), told.email())
			.filter(Objects::nonNull)
			.map(ContactRules::email)
			.distinct()
			.toList();
		return new Account(known.customerId(), known.name(), told.realName(), emails,
				first(told.registeredAt(), caller.openedAt(), known.openedHere()));
	}

	private AccountStore.Known known(Caller caller) {
		if (caller.is(Caller.Kind.CUSTOMER)) {
			return this.store.find(caller.customer()).orElseThrow(() -> Problem.notFound("customer"));
		}
		return this.store.find(caller.issuer(), caller.identity())
			.orElseGet(() -> new AccountStore.Known(null, caller.subject(), null));
	}

	private static @Nullable Instant first(@Nullable Instant... times) {
		return Stream.of(times).filter(Objects::nonNull).findFirst().orElse(null);
	}

}
