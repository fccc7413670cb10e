package io.partnerhub.coupon.customer;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;

/**
 * A link that is over, and why. It names the partner who had the customer: after a
 * transfer that is the former one (DIS-14).
 */
public record EndedLink(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch, Cause cause, Instant endedAt) {

	static EndedLink of(CustomerDisassociated event) {
		return new EndedLink(event.partnerId(), event.ownerPartnerId(), event.customerId(), event.epoch(),
				Cause.DISASSOCIATED, event.endedAt());
	}

	static EndedLink of(CustomerModelSwitched event) {
		return new EndedLink(event.partnerId(), event.ownerPartnerId(), event.customerId(), event.endedEpoch(),
				Cause.SWITCHED, event.switchedAt());
	}

	static EndedLink of(CustomerTransferred event) {
		return new EndedLink(event.partnerId(), event.fromPartnerId(), event.customerId(), event.endedEpoch(),
				Cause.TRANSFERRED, event.transferredAt());
	}

	/** What became of the customer. */
	public enum Cause {

		DISASSOCIATED, SWITCHED, TRANSFERRED

	}

}
