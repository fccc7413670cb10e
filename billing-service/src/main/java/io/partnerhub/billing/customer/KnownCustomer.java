package io.partnerhub.billing.customer;

import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AssociationType;

/**
 * A customer by his latest link: whose he is, under which epoch, and whether the link
 * still lasts.
 */
public record KnownCustomer(UUID id, Realm realm, int epoch, AssociationType associationType, boolean active,
		String name) {

	public boolean isActiveIn(Realm realm) {
		return this.active && this.realm.equals(realm);
	}

}
