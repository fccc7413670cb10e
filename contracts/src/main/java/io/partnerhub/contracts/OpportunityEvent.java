package io.partnerhub.contracts;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What opportunity-service announces about registered opportunities (商机报备). */
public sealed interface OpportunityEvent extends Event {

	/** An opportunity was registered for an associated customer (OPP-01). */
	record OpportunityCreated(UUID partnerId, UUID ownerPartnerId, UUID customerId, UUID opportunityId,
			@Nullable UUID accountManagerId, Amount expectedRevenue) implements OpportunityEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/** An open opportunity ended without a decision (OPP-17, OPP-20). */
	record OpportunityClosed(UUID partnerId, UUID ownerPartnerId, UUID customerId, UUID opportunityId,
			String reason) implements OpportunityEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/**
	 * All open opportunities of an ended link are closed; answers
	 * {@code customer.disassociated}.
	 */
	record CustomerOpportunitiesClosed(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch,
			long count) implements OpportunityEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

}
