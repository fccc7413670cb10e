package io.partnerhub.customer.association;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.contact.ContactRules;
import org.jspecify.annotations.Nullable;

/**
 * An account that is to be linked to a partner.
 *
 * @param customerId the customer whose account it is, if the hub knows him
 * @param openedAt since when his login has its account, if his identity provider says so
 * @param invited whether a pre-registration of this partner led to him
 */
record Candidate(UUID owner, AssociationType type, Occasion occasion, @Nullable UUID customerId, String accountName,
		@Nullable String email, @Nullable String mobile, @Nullable Instant openedAt, boolean invited) {

	Candidate {
		email = (email != null) ? ContactRules.email(email) : null;
	}

	/** What the link would begin with. */
	enum Occasion {

		/** A customer accepts an invitation. */
		ACCEPTANCE,
		/** The partner's platform opens the account at this moment (INV-11). */
		CREATION,
		/** The partner's own customer changes his model (DIS-06). */
		SWITCH

	}

}
