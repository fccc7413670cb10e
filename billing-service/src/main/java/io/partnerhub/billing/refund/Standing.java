package io.partnerhub.billing.refund;

import java.util.Optional;

import io.partnerhub.billing.customer.KnownCustomer;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AssociationType;

/**
 * What has become of the link under which an order was paid: it lasts, it ended, or its
 * model was switched (8.6). A transfer ended it; so did an end that a new link followed.
 */
enum Standing {

	ASSOCIATED, DISASSOCIATED, SWITCHED;

	/**
	 * Compares the link of the payment with the customer's latest.
	 * @param realm the partner whose customer paid
	 * @param epoch of the link
	 * @param model of the link
	 */
	static Standing of(Realm realm, int epoch, AssociationType model, Optional<KnownCustomer> latest) {
		Optional<KnownCustomer> present = latest.filter((customer) -> customer.isActiveIn(realm));
		if (present.isEmpty()) {
			return DISASSOCIATED;
		}
		KnownCustomer customer = present.get();
		if (customer.epoch() == epoch) {
			return ASSOCIATED;
		}
		return (customer.associationType() != model) ? SWITCHED : DISASSOCIATED;
	}

}
