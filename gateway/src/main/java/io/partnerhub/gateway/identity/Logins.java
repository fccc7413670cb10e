package io.partnerhub.gateway.identity;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.gateway.peer.Peers;
import io.partnerhub.gateway.peer.Remembered;
import io.partnerhub.gateway.peer.Service;
import io.partnerhub.platform.caller.Caller;
import org.springframework.stereotype.Component;

/**
 * Who a person with a token is: a member of a partner or of the vendor (ORG-01), else a
 * customer, else somebody who may only accept an invitation. A person becomes a customer
 * the moment he accepts, so that not knowing him is never remembered.
 */
@Component
public class Logins {

	private static final int LIMIT = 100_000;

	private final Remembered<Person, Caller> known = new Remembered<>(LIMIT, Duration.ofSeconds(60), Duration.ZERO);

	private final OidcTokens tokens;

	private final Peers peers;

	Logins(OidcTokens tokens, Peers peers) {
		this.tokens = tokens;
		this.peers = peers;
	}

	public Caller caller(String token) {
		Login login = this.tokens.login(token);
		return this.known.get(new Person(login.issuer(), login.subject()), this::ask)
			.map((caller) -> caller.withLogin(login.issuer(), login.subject(), login.email()))
			.orElseGet(() -> Caller.identity(login.name(), login.issuer(), login.subject(), login.email()))
			.withOpenedAt(login.openedAt());
	}

	/** The member was changed. */
	public void forget(String issuer, String subject) {
		this.known.forget(new Person(issuer, subject));
	}

	/** The settings of the partner were changed, such as whether codes are asked for. */
	public void forgetPeopleOf(UUID partner) {
		this.known.forgetAll((caller) -> partner.equals(caller.ownerPartnerId()));
	}

	private Optional<Caller> ask(Person person) {
		return member(person).or(() -> customer(person));
	}

	private Optional<Caller> member(Person person) {
		return this.peers
			.find(Service.PROGRAM, Member.class, "/internal/members?issuer={issuer}&subject={subject}", person.issuer(),
					person.subject())
			.map(Member::caller);
	}

	private Optional<Caller> customer(Person person) {
		return this.peers
			.find(Service.CUSTOMER, Customer.class, "/internal/customers?issuer={issuer}&subject={subject}",
					person.issuer(), person.subject())
			.map((customer) -> Caller.customer(customer.accountName(), customer.customerId()));
	}

	private record Person(String issuer, String subject) {
	}

}
