package io.partnerhub.billing.ledger;

import java.util.UUID;

/** Where money lies: one account by who holds it and what it is for. */
public record Place(Realm realm, OwnerKind ownerKind, UUID holderId, AccountType type) {

	public static Place ofPartner(Realm realm, AccountType type) {
		return new Place(realm, OwnerKind.PARTNER, realm.ownerPartnerId(), type);
	}

	public static Place ofCustomer(Realm realm, UUID customerId, AccountType type) {
		return new Place(realm, OwnerKind.CUSTOMER, customerId, type);
	}

}
