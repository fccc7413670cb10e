package io.partnerhub.billing.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds accounts and opens them on first use: a partner always has a cash account (9.1),
 * a resale customer has one per partner.
 */
@Service
@Transactional
public class Accounts {

	private final AccountStore store;

	Accounts(AccountStore store) {
		this.store = store;
	}

	public Account ofPartner(Realm realm) {
		return account(realm, OwnerKind.PARTNER, realm.ownerPartnerId(), AccountType.CASH);
	}

	public Account ofCustomer(Realm realm, UUID customerId) {
		return account(realm, OwnerKind.CUSTOMER, customerId, AccountType.CASH);
	}

	/** The other side of money that enters the partner's realm from outside. */
	public Account clearing(Realm realm) {
		return account(realm, OwnerKind.VENDOR, realm.ownerPartnerId(), AccountType.CLEARING);
	}

	/** The customer's account, if the partner ever opened one. */
	public Optional<Account> findOfCustomer(Realm realm, UUID customerId) {
		return this.store.find(realm, OwnerKind.CUSTOMER, customerId);
	}

	/** One per partner he was ever a resale customer of. */
	public List<Account> allOfCustomer(UUID customerId) {
		return this.store.findAll(OwnerKind.CUSTOMER, customerId);
	}

	private Account account(Realm realm, OwnerKind kind, UUID holder, AccountType type) {
		return this.store.find(realm, kind, holder).orElseGet(() -> {
			this.store.open(realm, kind, holder, type);
			return this.store.find(realm, kind, holder).orElseThrow();
		});
	}

}
