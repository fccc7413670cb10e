package io.partnerhub.opportunity.customer;

import java.util.UUID;

import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;

/**
 * A customer's link to a partner that is over. It names the partner who had the customer:
 * after a transfer that is the former one (DIS-14).
 */
public record EndedLink(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch) {

	public static EndedLink of(CustomerDisassociated event) {
		return new EndedLink(event.partnerId(), event.ownerPartnerId(), event.customerId(), event.epoch());
	}

	public static EndedLink of(CustomerTransferred event) {
		return new EndedLink(event.partnerId(), event.fromPartnerId(), event.customerId(), event.endedEpoch());
	}

}
