package io.partnerhub.coupon.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.partnerhub.contracts.AccountEvent.AccountFactsChanged;
import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import org.springframework.stereotype.Component;

/**
 * The accounts that coupons can be given to without a link. Whoever locks an account and
 * a customer locks the account first.
 */
@Component
public class Accounts {

	private final AccountStore store;

	Accounts(AccountStore store) {
		this.store = store;
	}

	/**
	 * Takes in what the vendor told and holds the account until the transaction ends;
	 * tells whether it has left its enterprise by it, for another one or for none
	 * (REC-08). A master is known by its account name, so that another name is another
	 * master.
	 */
	public boolean change(AccountFactsChanged facts) {
		return this.store.save(facts);
	}

	/** Holds the account of a link that begins until the transaction ends. */
	public void lock(CustomerAssociated link) {
		this.store.lockLinked(link);
	}

	public Map<UUID, Account> find(Collection<UUID> ids) {
		return byId(this.store.find(ids));
	}

	public Map<String, Account> findByName(Collection<String> accountNames) {
		return this.store.findByName(accountNames)
			.stream()
			.collect(Collectors.toMap(Account::accountName, Function.identity(), (one, other) -> one));
	}

	/** The accounts as they stay until the transaction ends. */
	public Map<UUID, Account> lock(Collection<UUID> ids) {
		return byId(this.store.lock(ids));
	}

	private static Map<UUID, Account> byId(List<Account> accounts) {
		return accounts.stream().collect(Collectors.toMap(Account::id, Function.identity()));
	}

}
