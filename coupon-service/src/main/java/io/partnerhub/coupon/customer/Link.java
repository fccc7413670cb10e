package io.partnerhub.coupon.customer;

import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;
import org.jspecify.annotations.Nullable;

/**
 * A link that begins: by association, with the next model (DIS-10, DIS-11), or with
 * another partner of the same distributor (DIS-14).
 */
record Link(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch, AssociationType associationType,
		@Nullable UUID accountManagerId, String customerName, String accountName) {

	static Link of(CustomerAssociated event) {
		return new Link(event.partnerId(), event.ownerPartnerId(), event.customerId(), event.epoch(),
				event.associationType(), event.accountManagerId(), event.customerName(), event.accountName());
	}

	static Link of(CustomerModelSwitched event) {
		return new Link(event.partnerId(), event.ownerPartnerId(), event.customerId(), event.epoch(), event.to(),
				event.accountManagerId(), event.customerName(), event.accountName());
	}

	/** The account manager of the former partner stays behind. */
	static Link of(CustomerTransferred event) {
		return new Link(event.partnerId(), event.ownerPartnerId(), event.customerId(), event.epoch(),
				event.associationType(), null, event.customerName(), event.accountName());
	}

}
