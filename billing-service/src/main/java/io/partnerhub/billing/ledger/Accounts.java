package io.partnerhub.billing.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds accounts and opens them on first use: a partner always has a cash account (9.1),
 * a resale customer has one per partner; the others come with the money they are for.
 */
@Service
@Transactional
public class Accounts {

	private final AccountStore store;

	Accounts(AccountStore store) {
		this.store = store;
	}

	public Account ofPartner(Realm realm) {
		return ofPartner(realm, AccountType.CASH);
	}

	public Account ofPartner(Realm realm, AccountType type) {
		return account(Place.ofPartner(realm, type));
	}

	/** All accounts the partner has, cash always among them. */
	public List<Account> allOfPartner(Realm realm) {
		ofPartner(realm);
		return this.store.findAll(realm, OwnerKind.PARTNER, realm.ownerPartnerId());
	}

	/** The partner's cash that open withdrawals keep. */
	public Account held(Realm realm) {
		return ofPartner(realm, AccountType.HELD);
	}

	public Account ofCustomer(Realm realm, UUID customerId) {
		return ofCustomer(realm, customerId, AccountType.CASH);
	}

	/** The customer's cash or credit with one partner. */
	public Account ofCustomer(Realm realm, UUID customerId, AccountType type) {
		return account(Place.ofCustomer(realm, customerId, type));
	}

	/**
	 * The other side of money that enters the partner's realm from outside or leaves it.
	 */
	public Account clearing(Realm realm) {
		return account(new Place(realm, OwnerKind.VENDOR, realm.ownerPartnerId(), AccountType.CLEARING));
	}

	/** The customer's cash account, if the partner ever opened one. */
	public Optional<Account> findOfCustomer(Realm realm, UUID customerId) {
		return this.store.find(Place.ofCustomer(realm, customerId, AccountType.CASH));
	}

	/** The customer's accounts with one partner. */
	public List<Account> allOfCustomer(Realm realm, UUID customerId) {
		return this.store.findAll(realm, OwnerKind.CUSTOMER, customerId);
	}

	/** The accounts of many customers with one partner. */
	public List<Account> allOfCustomers(Realm realm, Collection<UUID> customerIds) {
		return this.store.findOfCustomers(realm, customerIds);
	}

	/** With every partner he was ever a resale customer of. */
	public List<Account> allOfCustomer(UUID customerId) {
		return this.store.findAll(OwnerKind.CUSTOMER, customerId);
	}

	private Account account(Place place) {
		return this.store.find(place).orElseGet(() -> {
			this.store.open(place);
			return this.store.find(place).orElseThrow();
		});
	}

}
