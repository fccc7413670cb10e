package io.partnerhub.billing.customer;

import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AssociationType;

/**
 * A customer by his latest link: whose he is, under which epoch, and whether the link
 * still lasts.
 *
 * @param frozen whether he can buy nothing at present (FRZ-01)
 */
public record KnownCustomer(UUID id, Realm realm, int epoch, AssociationType associationType, boolean active,
		String name, boolean frozen) {

	/** Whether he is frozen is told apart from his links. */
	public KnownCustomer(UUID id, Realm realm, int epoch, AssociationType associationType, boolean active,
			String name) {
		this(id, realm, epoch, associationType, active, name, false);
	}

	public boolean isActiveIn(Realm realm) {
		return this.active && this.realm.equals(realm);
	}

}
