package io.partnerhub.billing.customer;

import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.BillingEvent.Reason;
import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;

/**
 * A link that is over, and why. Its realm is that of the partner who had the customer:
 * after a transfer the former one's (DIS-14).
 */
public record EndedLink(Realm realm, UUID customerId, int epoch, AssociationType associationType, Reason reason) {

	public static EndedLink of(CustomerDisassociated event) {
		return new EndedLink(new Realm(event.partnerId(), event.ownerPartnerId()), event.customerId(), event.epoch(),
				event.associationType(), Reason.UNBIND);
	}

	public static EndedLink of(CustomerModelSwitched event) {
		return new EndedLink(new Realm(event.partnerId(), event.ownerPartnerId()), event.customerId(),
				event.endedEpoch(), event.from(), Reason.MODEL_SWITCH);
	}

	public static EndedLink of(CustomerTransferred event) {
		return new EndedLink(new Realm(event.partnerId(), event.fromPartnerId()), event.customerId(),
				event.endedEpoch(), event.associationType(), Reason.TRANSFER);
	}

}
