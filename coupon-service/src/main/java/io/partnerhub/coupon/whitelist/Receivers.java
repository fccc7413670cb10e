package io.partnerhub.coupon.whitelist;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.coupon.account.Account;
import io.partnerhub.coupon.account.Accounts;
import io.partnerhub.coupon.customer.KnownCustomer;
import io.partnerhub.coupon.customer.KnownCustomers;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * Finds who gets what a government-subsidy partner gives: white-listed customers only,
 * for a member his master (VOU-08, CSH-02, CSH-03). Accounts and links stay as they are
 * until the transaction ends.
 */
@Component
public class Receivers {

	private final Whitelists whitelists;

	private final Accounts accounts;

	private final KnownCustomers customers;

	Receivers(Whitelists whitelists, Accounts accounts, KnownCustomers customers) {
		this.whitelists = whitelists;
		this.accounts = accounts;
		this.customers = customers;
	}

	/** By the customer who was named; one who is not on the list refuses all. */
	public Map<UUID, Receiver> hold(UUID ownerPartnerId, List<UUID> customerIds) {
		Map<UUID, UUID> holders = holders(listed(ownerPartnerId, customerIds));
		Map<UUID, Account> held = this.accounts.lock(Set.copyOf(holders.values()));
		Map<UUID, KnownCustomer> links = this.customers.hold(held.keySet());
		Map<UUID, Receiver> receivers = new HashMap<>();
		holders.forEach((customer, holder) -> receivers.put(customer,
				new Receiver(Objects.requireNonNull(held.get(holder)), links.get(holder))));
		return receivers;
	}

	private Collection<Account> listed(UUID ownerPartnerId, List<UUID> customerIds) {
		Map<UUID, Account> known = this.accounts.find(customerIds);
		Set<String> listed = this.whitelists.listed(ownerPartnerId,
				known.values().stream().map(Account::accountName).toList());
		for (UUID id : customerIds) {
			Account account = known.get(id);
			if (account == null || !listed.contains(account.accountName())) {
				throw Problem.notFound("CUSTOMER_NOT_IN_WHITELIST", "customer on your white-list")
					.with("customerId", id);
			}
		}
		return known.values();
	}

	private Map<UUID, UUID> holders(Collection<Account> customers) {
		Map<String, Account> masters = this.accounts.findByName(
				customers.stream().map(Account::masterAccountName).filter(Objects::nonNull).distinct().toList());
		Map<UUID, UUID> holders = new HashMap<>();
		for (Account customer : customers) {
			String name = customer.masterAccountName();
			Account master = (name != null) ? masters.get(name) : customer;
			if (master == null) {
				throw Problem
					.conflict("MASTER_ACCOUNT_UNKNOWN",
							"The customer is an enterprise member whose master the hub does not know yet.")
					.with("customerId", customer.id());
			}
			holders.put(customer.id(), master.id());
		}
		return holders;
	}

}
