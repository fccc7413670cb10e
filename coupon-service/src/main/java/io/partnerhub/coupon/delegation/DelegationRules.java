package io.partnerhub.coupon.delegation;

import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.coupon.quota.Quota;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;

/** When quota may be passed to resellers, and taken back (6.6, REC-09). */
final class DelegationRules {

	private DelegationRules() {
	}

	/** QUO-01, QUO-05: only a distributor has resellers, and a reseller has none. */
	static UUID distributor(Caller caller) {
		if (caller.partnerType() != PartnerType.DISTRIBUTOR || !caller.owner().equals(caller.tenant())) {
			throw Problem.forbidden("ACCESS_DENIED", "Only distributors pass quota to resellers.");
		}
		return caller.tenant();
	}

	/** QUO-01: how many resellers, and each of them once. */
	static void checkResellers(PassOn order, int maxResellers) {
		if (order.resellerIds().size() + order.strangers().size() > maxResellers) {
			throw Problem.badRequest("TOO_MANY_RESELLERS", "At most " + maxResellers + " resellers in one command.")
				.with("limit", maxResellers);
		}
		if (new HashSet<>(order.resellerIds()).size() < order.resellerIds().size()) {
			throw Problem.invalid("/resellerIds", "DUPLICATE", "Each reseller is named once.");
		}
	}

	/** VOU-01, QUO-01: the quota can be used, and covers all that shall be served. */
	static void checkQuota(Quota quota, Money amount, int resellers, Instant now) {
		if (!quota.usableAt(now)) {
			throw Problem.conflict("QUOTA_NOT_USABLE", "The quota is not in a usable state or outside its validity.")
				.with("state", quota.stateAt(now));
		}
		if (quota.type() != CouponType.VOUCHER) {
			throw Problem.conflict("QUOTA_NOT_USABLE", "Only voucher quotas are passed to resellers.");
		}
		Money needed = amount.times(resellers);
		if (needed.compareTo(quota.available()) > 0) {
			throw Problem.conflict("QUOTA_BALANCE_INSUFFICIENT", "The quota does not cover every reseller named.")
				.with("needed", needed)
				.with("available", quota.available());
		}
	}

	/** REC-09: once, and only while something may still be issued from it. */
	static boolean reclaimable(Quota quota, Instant now) {
		Quota.State state = quota.stateAt(now);
		return state != Quota.State.RECLAIMED && state != Quota.State.INVALID;
	}

	static Problem notYours(UUID resellerId) {
		return Problem.badRequest("RESELLER_NOT_YOURS", "This reseller is not one of yours.")
			.with("resellerId", resellerId);
	}

}
