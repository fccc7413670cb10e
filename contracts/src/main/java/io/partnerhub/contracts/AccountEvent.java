package io.partnerhub.contracts;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What customer-service announces about accounts at the vendor, whether or not they have
 * a partner. Accounts belong to no tenant.
 */
public sealed interface AccountEvent extends Event {

	@Override
	default UUID partnerId() {
		return NO_TENANT;
	}

	/**
	 * The vendor's feed told something new about an account. Carries the whole present
	 * state of what other services ask for; what is absent is unknown (CUS-02).
	 *
	 * @param customerId the account; its customer's id as soon as there is one
	 * @param accountName login name, in lower case
	 * @param customerName verified name
	 * @param signingEntity code of the vendor's contracting entity (CSH-15)
	 * @param masterAccountName master of an enterprise member (CSH-03)
	 */
	record AccountFactsChanged(UUID customerId, String accountName, @Nullable String customerName,
			@Nullable String signingEntity, @Nullable String masterAccountName) implements AccountEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

}
