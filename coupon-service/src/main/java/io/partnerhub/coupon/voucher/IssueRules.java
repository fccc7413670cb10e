package io.partnerhub.coupon.voucher;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.customer.KnownCustomer;
import io.partnerhub.coupon.limit.LimitRules;
import io.partnerhub.coupon.quota.Quota;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** When vouchers may be issued (6.5). */
public final class IssueRules {

	private IssueRules() {
	}

	/** VOU-11: some types of partners may not issue at all. */
	static void checkNotExcluded(@Nullable PartnerType type, Set<PartnerType> excluded) {
		if (type != null && excluded.contains(type)) {
			throw Problem.conflict("PARTNER_TYPE_CANNOT_ISSUE", "Partners of your type cannot issue vouchers.");
		}
	}

	/**
	 * VOU-07, VOU-08: government-subsidy partners give to their white-list alone, which
	 * the vendor-compatible face does not know.
	 */
	static void checkIssuer(@Nullable PartnerType type) {
		if (type == PartnerType.GOVERNMENT_SUBSIDY) {
			throw Problem.conflict("PARTNER_TYPE_CANNOT_ISSUE",
					"Government-subsidy partners issue to the customers on their white-list only.");
		}
	}

	/** VOU-03: how many customers, and each of them once. */
	static void checkCustomers(IssueOrder order, int maxCustomers) {
		if (order.customerIds().size() + order.strangers().size() > maxCustomers) {
			throw Problem.badRequest("TOO_MANY_CUSTOMERS", "At most " + maxCustomers + " customers in one command.")
				.with("limit", maxCustomers);
		}
		if (new HashSet<>(order.customerIds()).size() < order.customerIds().size()) {
			throw Problem.invalid("/customerIds", "DUPLICATE", "Each customer is named once.");
		}
	}

	/** VOU-01, VOU-05: what the quota allows. */
	static void checkQuota(IssueOrder order, Quota quota, Instant now) {
		checkQuota(order, quota, CouponType.VOUCHER, now);
	}

	/** The same for coupons of a type. */
	static void checkQuota(IssueOrder order, Quota quota, CouponType type, Instant now) {
		if (!quota.usableAt(now)) {
			throw Problem.conflict("QUOTA_NOT_USABLE", "The quota is not in a usable state or outside its validity.")
				.with("state", quota.stateAt(now));
		}
		if (quota.type() != type) {
			throw Problem.conflict("QUOTA_NOT_USABLE", "Vouchers and cash coupons have quotas of their own.");
		}
		if (effectiveAt(order, quota).isBefore(quota.effectiveAt())
				|| expiresAt(order, quota).isAfter(quota.expiresAt())) {
			throw Problem.badRequest("COUPON_LIMIT_OUT_OF_QUOTA", "The validity must lie inside the quota's validity.")
				.with("effectiveAt", quota.effectiveAt())
				.with("expiresAt", quota.expiresAt());
		}
		if (!LimitRules.inside(quota.terms().limits(), order.serviceTypes(), order.productIds())
				|| !LimitRules.inside(quota.terms().limits(), order.minimumOrder())) {
			throw Problem.badRequest("COUPON_LIMIT_OUT_OF_QUOTA", "The limits must lie inside the quota's limits.");
		}
		if (!expiresAt(order, quota).isAfter(effectiveAt(order, quota)) || !expiresAt(order, quota).isAfter(now)) {
			throw Problem.invalid("/expiresAt", "OUT_OF_RANGE",
					"The validity must end in the future, after it begins.");
		}
	}

	/** What the vouchers are worth, and for what; the quota's limits are theirs too. */
	static Coupon.Terms terms(IssueOrder order, Quota quota) {
		return new Coupon.Terms(order.faceValue(), order.minimumOrder(),
				quota.terms().limits().narrowed(order.serviceTypes(), order.productIds()),
				quota.terms().invoiceToUser(), quota.terms().signingEntity(), effectiveAt(order, quota),
				expiresAt(order, quota));
	}

	static Instant effectiveAt(IssueOrder order, Quota quota) {
		return (order.effectiveAt() != null) ? order.effectiveAt() : quota.effectiveAt();
	}

	static Instant expiresAt(IssueOrder order, Quota quota) {
		return (order.expiresAt() != null) ? order.expiresAt() : quota.expiresAt();
	}

	/** VOU-05: a quota for named customers is for nobody else. */
	static void checkNamed(IssueOrder order, Quota quota) {
		order.customerIds().forEach((id) -> checkNamed(quota, id));
		if (!order.strangers().isEmpty() && !quota.terms().limits().namedCustomers().isEmpty()) {
			throw notNamed();
		}
	}

	/** The same for one who gets a coupon. */
	static void checkNamed(Quota quota, UUID customerId) {
		Set<UUID> named = quota.terms().limits().namedCustomers();
		if (!named.isEmpty() && !named.contains(customerId)) {
			throw notNamed().with("customerId", customerId);
		}
	}

	/** VOU-05, I-11: what he has of the quota is all that one may have. */
	static Problem tooManyCoupons() {
		return Problem.conflict("COUPONS_PER_CUSTOMER_REACHED",
				"The customer has as many coupons of the quota as one may have.");
	}

	private static Problem notNamed() {
		return Problem.conflict("QUOTA_FOR_NAMED_CUSTOMERS", "The quota is only for the customers it names.");
	}

	/**
	 * VOU-04, VOU-05, VOU-07, I-11: decides customer by customer, in the order in which
	 * they are named, as long as the quota lasts.
	 * @param resaleOnly whether advisory customers are refused, as on the
	 * vendor-compatible face (C3)
	 */
	static List<Decision> decide(IssueOrder order, Standing standing, boolean resaleOnly) {
		List<Decision> decisions = new ArrayList<>();
		Money left = standing.available();
		for (UUID id : order.customerIds()) {
			KnownCustomer customer = standing.customers().get(id);
			Refusal refusal = refusal(customer, resaleOnly);
			if (refusal == null && customer != null && !standing.roomFor(customer.customerId())) {
				refusal = Refusal.TOO_MANY_COUPONS;
			}
			if (refusal == null && left.compareTo(order.faceValue()) < 0) {
				refusal = Refusal.QUOTA_BALANCE_INSUFFICIENT;
			}
			if (refusal == null) {
				left = left.minus(order.faceValue());
			}
			decisions.add(new Decision(id, customer, refusal));
		}
		return decisions;
	}

	private static @Nullable Refusal refusal(@Nullable KnownCustomer customer, boolean resaleOnly) {
		if (customer == null) {
			return Refusal.CUSTOMER_UNKNOWN;
		}
		if (!customer.active()) {
			return Refusal.CUSTOMER_NOT_ASSOCIATED;
		}
		return (resaleOnly && customer.associationType() == AssociationType.ADVISORY) ? Refusal.CUSTOMER_NOT_RESALE
				: null;
	}

	/**
	 * How things stand when a command is decided.
	 *
	 * @param available what the quota has left
	 * @param couponsPerCustomer how many of the quota one customer may have; 0: any
	 * @param customers who gets the coupon, by the customer who is named: those who are
	 * the issuer's
	 * @param had how many each has already
	 */
	record Standing(Money available, int couponsPerCustomer, Map<UUID, KnownCustomer> customers,
			Map<UUID, Integer> had) {

		private boolean roomFor(UUID customerId) {
			return this.couponsPerCustomer == 0 || this.had.getOrDefault(customerId, 0) < this.couponsPerCustomer;
		}

	}

	/** What was decided for one customer; without a refusal he gets his voucher. */
	record Decision(UUID customerId, @Nullable KnownCustomer customer, @Nullable Refusal refusal) {
	}

	/** Why a customer gets no voucher. */
	enum Refusal {

		CUSTOMER_UNKNOWN, CUSTOMER_NOT_ASSOCIATED, CUSTOMER_NOT_RESALE, TOO_MANY_COUPONS, QUOTA_BALANCE_INSUFFICIENT

	}

}
