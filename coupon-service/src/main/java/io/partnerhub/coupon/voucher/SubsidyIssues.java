package io.partnerhub.coupon.voucher;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.coupon.Coupons;
import io.partnerhub.coupon.coupon.Holding;
import io.partnerhub.coupon.customer.KnownCustomer;
import io.partnerhub.coupon.quota.Quota;
import io.partnerhub.coupon.quota.Quotas;
import io.partnerhub.coupon.settings.CouponProperties;
import io.partnerhub.coupon.whitelist.Receiver;
import io.partnerhub.coupon.whitelist.Receivers;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a government-subsidy partner gives to customers on its white-list, linked with it
 * or not: vouchers and cash coupons, all or none of a command (VOU-08, CSH-02).
 */
@Service
public class SubsidyIssues {

	private final Receivers receivers;

	private final Quotas quotas;

	private final Coupons coupons;

	private final CouponProperties properties;

	private final Clock clock;

	SubsidyIssues(Receivers receivers, Quotas quotas, Coupons coupons, CouponProperties properties, Clock clock) {
		this.receivers = receivers;
		this.quotas = quotas;
		this.coupons = coupons;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Accounts and links are held first, then the quota. Whoever calls it has checked the
	 * partner's type, and announces the coupons.
	 * @param rule refuses who may not have a coupon of the quota
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<Coupon> issue(Caller caller, CouponType type, IssueOrder order, ReceiverRule rule) {
		caller.require(Permission.ISSUE_VOUCHERS);
		IssueRules.checkCustomers(order, this.properties.issue().customersPerCommand());
		Instant now = this.clock.instant();
		Map<UUID, Receiver> held = this.receivers.hold(caller.owner(), order.customerIds());
		Quota quota = this.quotas.lock(caller.owner(), order.quotaId());
		IssueRules.checkQuota(order, quota, type, now);
		order.customerIds().forEach((id) -> check(quota, id, Objects.requireNonNull(held.get(id)), rule));
		checkRoom(order, quota, held);
		checkBalance(order, quota);
		List<Coupon> issued = order.customerIds()
			.stream()
			.map((id) -> coupon(order, quota, Objects.requireNonNull(held.get(id)), now))
			.toList();
		this.coupons.issue(List.of(new Coupons.Handout(issued, caller.subject(), order.remark())));
		return issued;
	}

	/** VOU-05: where the quota names customers, nobody else gets its coupons. */
	private static void check(Quota quota, UUID customerId, Receiver receiver, ReceiverRule rule) {
		IssueRules.checkNamed(quota, receiver.account().id());
		rule.check(quota.terms(), customerId, receiver);
	}

	/**
	 * VOU-05: how many coupons of the quota one may have, several members of an
	 * enterprise being one.
	 */
	private void checkRoom(IssueOrder order, Quota quota, Map<UUID, Receiver> held) {
		int most = quota.terms().limits().couponsPerCustomer();
		if (most == 0) {
			return;
		}
		Map<Holding, Integer> had = new HashMap<>(this.coupons.count(held.values()
			.stream()
			.map((receiver) -> new Holding(quota.id(), receiver.account().id()))
			.collect(Collectors.toSet())));
		for (UUID id : order.customerIds()) {
			Holding holding = new Holding(quota.id(), Objects.requireNonNull(held.get(id)).account().id());
			if (had.merge(holding, 1, Integer::sum) > most) {
				throw IssueRules.tooManyCoupons().with("customerId", id);
			}
		}
	}

	private static void checkBalance(IssueOrder order, Quota quota) {
		Money needed = order.faceValue().times(order.customerIds().size());
		if (quota.available().compareTo(needed) < 0) {
			throw Problem
				.conflict("QUOTA_BALANCE_INSUFFICIENT", "The quota does not cover a coupon for every customer named.")
				.with("needed", needed);
		}
	}

	private static Coupon coupon(IssueOrder order, Quota quota, Receiver receiver, Instant now) {
		KnownCustomer customer = receiver.of(quota.partnerId(), quota.ownerPartnerId());
		return new Coupon(Ids.next(), quota.type(), quota.partnerId(), quota.ownerPartnerId(), quota.id(),
				new Coupon.Holder(customer.customerId(), customer.epoch(), customer.associationType()),
				IssueRules.terms(order, quota), order.faceValue(), Money.zero(), 0, null, null, null, now, 1);
	}

	/** What else stands in the way of a customer. */
	@FunctionalInterface
	public interface ReceiverRule {

		void check(Quota.Terms terms, UUID customerId, Receiver receiver);

	}

}
