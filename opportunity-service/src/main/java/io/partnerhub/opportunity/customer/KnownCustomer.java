package io.partnerhub.opportunity.customer;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A customer's latest link to a partner. An opportunity stands on one link, told apart
 * from earlier and later ones by its epoch (OPP-01).
 *
 * @param epoch number of the link in the customer's life
 * @param accountManagerId the account manager (客户经理) the customer is assigned to
 * @param active false once the link has ended
 */
public record KnownCustomer(UUID customerId, UUID partnerId, UUID ownerPartnerId, int epoch,
		@Nullable UUID accountManagerId, boolean active) {

	public boolean isAssignedTo(@Nullable UUID memberId) {
		return this.accountManagerId != null && this.accountManagerId.equals(memberId);
	}

}
