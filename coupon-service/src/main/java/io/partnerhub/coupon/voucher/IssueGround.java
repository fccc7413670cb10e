package io.partnerhub.coupon.voucher;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.coupon.Coupons;
import io.partnerhub.coupon.coupon.Holding;
import io.partnerhub.coupon.customer.KnownCustomer;
import io.partnerhub.coupon.customer.KnownCustomers;
import io.partnerhub.coupon.quota.Quota;
import io.partnerhub.coupon.quota.Quotas;
import io.partnerhub.coupon.voucher.IssueRules.Standing;
import io.partnerhub.platform.money.Money;

/**
 * The rows on which commands of one transaction are decided: locked and read once, first
 * customers, then quotas. What one command takes is gone for the next (VOU-04).
 */
final class IssueGround {

	private final Map<UUID, KnownCustomer> customers;

	private final Map<UUID, Quota> quotas;

	private final Map<UUID, Money> left = new HashMap<>();

	private final Map<Holding, Integer> had;

	private IssueGround(Map<UUID, KnownCustomer> customers, Map<UUID, Quota> quotas, Map<Holding, Integer> had) {
		this.customers = customers;
		this.quotas = quotas;
		this.had = new HashMap<>(had);
	}

	static IssueGround lock(List<IssueCommand> commands, KnownCustomers customers, Quotas quotas, Coupons coupons) {
		Map<UUID, KnownCustomer> known = customers.holdOpen(byOwner(commands, IssueOrder::customerIds));
		Map<UUID, Quota> locked = quotas.lockOwned(byOwner(commands, (order) -> List.of(order.quotaId())));
		return new IssueGround(known, locked, coupons.count(limited(commands, locked)));
	}

	private static Map<UUID, Set<UUID>> byOwner(List<IssueCommand> commands,
			Function<IssueOrder, Collection<UUID>> ids) {
		Map<UUID, Set<UUID>> byOwner = new TreeMap<>();
		commands.forEach((command) -> byOwner.computeIfAbsent(command.caller().owner(), (owner) -> new HashSet<>())
			.addAll(ids.apply(command.order())));
		return byOwner;
	}

	private static Set<Holding> limited(List<IssueCommand> commands, Map<UUID, Quota> quotas) {
		return commands.stream()
			.map(IssueCommand::order)
			.filter((order) -> quotas.containsKey(order.quotaId()) && perCustomer(quotas.get(order.quotaId())) > 0)
			.flatMap((order) -> order.customerIds().stream().map((customer) -> new Holding(order.quotaId(), customer)))
			.collect(Collectors.toSet());
	}

	private static int perCustomer(Quota quota) {
		return quota.terms().limits().couponsPerCustomer();
	}

	/** The quota; one of somebody else is unknown. */
	Quota quota(UUID owner, UUID id) {
		Quota quota = this.quotas.get(id);
		if (quota == null || !quota.ownerPartnerId().equals(owner)) {
			throw Quotas.unknown();
		}
		return quota;
	}

	/** How things stand for one order, after those decided before. */
	Standing standing(UUID owner, IssueOrder order, Quota quota) {
		Map<UUID, KnownCustomer> his = new HashMap<>();
		Map<UUID, Integer> counts = new HashMap<>();
		order.customerIds().forEach((id) -> {
			KnownCustomer customer = this.customers.get(id);
			if (customer != null && customer.ownerPartnerId().equals(owner)) {
				his.put(id, customer);
			}
			counts.put(id, this.had.getOrDefault(new Holding(quota.id(), id), 0));
		});
		return new Standing(this.left.getOrDefault(quota.id(), quota.available()), perCustomer(quota), his, counts);
	}

	void take(Quota quota, List<Coupon> vouchers) {
		Money left = this.left.getOrDefault(quota.id(), quota.available());
		for (Coupon voucher : vouchers) {
			left = left.minus(voucher.face());
			this.had.merge(new Holding(quota.id(), voucher.customerId()), 1, Integer::sum);
		}
		this.left.put(quota.id(), left);
	}

}
