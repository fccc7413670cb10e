package io.partnerhub.billing.attribution;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;

/** A link of a customer from its beginning on. */
record LinkPeriod(UUID customerId, int epoch, Realm realm, AssociationType associationType, Instant from) {

	static LinkPeriod of(CustomerAssociated event) {
		return new LinkPeriod(event.customerId(), event.epoch(), new Realm(event.partnerId(), event.ownerPartnerId()),
				event.associationType(), event.associatedAt());
	}

	static LinkPeriod of(CustomerModelSwitched event) {
		return new LinkPeriod(event.customerId(), event.epoch(), new Realm(event.partnerId(), event.ownerPartnerId()),
				event.to(), event.switchedAt());
	}

	static LinkPeriod of(CustomerTransferred event) {
		return new LinkPeriod(event.customerId(), event.epoch(), new Realm(event.partnerId(), event.ownerPartnerId()),
				event.associationType(), event.transferredAt());
	}

}
