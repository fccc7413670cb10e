package io.partnerhub.coupon.whitelist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import io.partnerhub.coupon.account.Account;
import io.partnerhub.coupon.account.Accounts;
import io.partnerhub.coupon.customer.KnownCustomer;
import io.partnerhub.coupon.customer.KnownCustomers;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * Finds who gets what a government-subsidy partner gives: white-listed customers only,
 * for a member his master (VOU-08, CSH-02, CSH-03). Those that are held stay as they are
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

	/** By the customer who was named; one who cannot be given anything refuses all. */
	public Map<UUID, Receiver> hold(UUID ownerPartnerId, List<UUID> customerIds) {
		Found found = holdEach(ownerPartnerId, customerIds);
		customerIds.stream()
			.flatMap((id) -> Stream.ofNullable(found.refused().get(id)))
			.findFirst()
			.ifPresent((why) -> {
				throw why;
			});
		return found.receivers();
	}

	/** Each for himself. */
	public Found holdEach(UUID ownerPartnerId, Collection<UUID> customerIds) {
		return find(ownerPartnerId, customerIds, this.accounts::lock, this.customers::hold);
	}

	/** Each for himself, without holding anything; of links, those with the issuer. */
	public Found seen(UUID ownerPartnerId, Collection<UUID> customerIds) {
		return find(ownerPartnerId, customerIds, this.accounts::find,
				(ids) -> this.customers.seen(ownerPartnerId, ids));
	}

	private Found find(UUID ownerPartnerId, Collection<UUID> customerIds,
			Function<Set<UUID>, Map<UUID, Account>> accountsOf, Function<Set<UUID>, Map<UUID, KnownCustomer>> linksOf) {
		Map<UUID, Problem> refused = new HashMap<>();
		Map<UUID, UUID> holders = holders(listed(ownerPartnerId, customerIds, refused), refused);
		Map<UUID, Account> held = accountsOf.apply(Set.copyOf(holders.values()));
		Map<UUID, KnownCustomer> links = linksOf.apply(held.keySet());
		Map<UUID, Receiver> receivers = new HashMap<>();
		holders.forEach((customer, holder) -> receivers.put(customer,
				new Receiver(Objects.requireNonNull(held.get(holder)), links.get(holder))));
		return new Found(receivers, refused);
	}

	private List<Account> listed(UUID ownerPartnerId, Collection<UUID> customerIds, Map<UUID, Problem> refused) {
		Map<UUID, Account> known = this.accounts.find(customerIds);
		Set<String> names = this.whitelists.listed(ownerPartnerId,
				known.values().stream().map(Account::accountName).toList());
		List<Account> listed = new ArrayList<>();
		for (UUID id : customerIds) {
			Account account = known.get(id);
			if (account != null && names.contains(account.accountName())) {
				listed.add(account);
			}
			else {
				refused.put(id, Problem.notFound("CUSTOMER_NOT_IN_WHITELIST", "customer on your white-list")
					.with("customerId", id));
			}
		}
		return listed;
	}

	private Map<UUID, UUID> holders(List<Account> customers, Map<UUID, Problem> refused) {
		Map<String, Account> masters = this.accounts.findByName(
				customers.stream().map(Account::masterAccountName).filter(Objects::nonNull).distinct().toList());
		Map<UUID, UUID> holders = new HashMap<>();
		for (Account customer : customers) {
			String name = customer.masterAccountName();
			Account master = (name != null) ? masters.get(name) : customer;
			if (master != null) {
				holders.put(customer.id(), master.id());
			}
			else {
				refused.put(customer.id(),
						Problem
							.conflict("MASTER_ACCOUNT_UNKNOWN",
									"The customer is an enterprise member whose master the hub does not know yet.")
							.with("customerId", customer.id()));
			}
		}
		return holders;
	}

	/**
	 * Who gets something, by the customer who was named, and why others do not.
	 */
	public record Found(Map<UUID, Receiver> receivers, Map<UUID, Problem> refused) {
	}

}
