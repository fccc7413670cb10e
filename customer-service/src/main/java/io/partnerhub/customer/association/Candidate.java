package io.partnerhub.customer.association;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.account.Account;
import io.partnerhub.customer.account.Identity;
import org.jspecify.annotations.Nullable;

/**
 * An account that is to be linked to a partner.
 *
 * @param prospect how the partner has named him, if a pre-registration leads to him
 * @param invited whether a pre-registration of this partner led to him
 */
record Candidate(UUID owner, AssociationType type, Occasion occasion, Account account, Identity prospect,
		boolean invited) {

	@Nullable UUID customerId() {
		return this.account.customerId();
	}

	String accountName() {
		return this.account.name();
	}

	@Nullable Instant openedAt() {
		return this.account.openedAt();
	}

	/** By all of these names he may stand in a pre-registration (PRE-08). */
	List<String> accountNames() {
		return all(List.of(this.account.name()), this.prospect.accountName())
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.distinct()
			.toList();
	}

	List<String> emails() {
		return all(this.account.emails(), this.account.noted().email(), this.prospect.email()).distinct().toList();
	}

	List<String> mobiles() {
		return all(this.account.mobiles(), this.account.noted().mobile(), this.prospect.mobile()).distinct().toList();
	}

	private static Stream<String> all(List<String> own, @Nullable String... more) {
		return Stream.concat(own.stream(), Stream.of(more).filter(Objects::nonNull));
	}

	/** What the link would begin with. */
	enum Occasion {

		/** A customer accepts an invitation. */
		ACCEPTANCE,
		/** The partner's platform opens the account at this moment (INV-11). */
		CREATION

	}

}
