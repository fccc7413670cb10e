package io.partnerhub.coupon.quota;

import java.time.Instant;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;

/** What the vendor may grant to whom, and how it may change it (6.1, 6.3). */
final class GrantRules {

	/** The largest amount of the vendor's open API. */
	private static final Money LARGEST = Money.of("99999999999");

	private GrantRules() {
	}

	/**
	 * Resellers get quota from their distributor, cash coupons are the business of
	 * government-subsidy partners (chapter 7).
	 */
	static void checkHolder(CouponType type, PartnerType holder) {
		if (holder == PartnerType.RESELLER) {
			throw Problem.conflict("QUOTA_ONLY_FOR_FIRST_TIER", "A reseller gets its quota from its distributor.");
		}
		if (type == CouponType.CASH_COUPON && holder != PartnerType.GOVERNMENT_SUBSIDY) {
			throw Problem.conflict("QUOTA_NOT_FOR_PARTNER_TYPE",
					"Cash-coupon quotas are for government-subsidy partners.");
		}
	}

	static void checkTerms(CouponType type, Quota.Terms terms, Instant now) {
		checkValidity(terms.effectiveAt(), terms.expiresAt(), now);
		if (type == CouponType.VOUCHER && terms.limits().maxDeductionRatio() != null) {
			throw Problem.invalid("/limits/maxDeductionRatio", "NOT_FOR_VOUCHERS", "Only cash coupons have a ratio.");
		}
		if (terms.invoiceToUser() && terms.signingEntity() == null) {
			throw Problem.invalid("/signingEntity", "REQUIRED",
					"Coupons invoiced to their user name their signing entity.");
		}
	}

	static void checkValidity(Instant effectiveAt, Instant expiresAt, Instant now) {
		if (!expiresAt.isAfter(effectiveAt) || !expiresAt.isAfter(now)) {
			throw Problem.invalid("/expiresAt", "OUT_OF_RANGE",
					"The validity must end in the future, after it begins.");
		}
	}

	static void checkValue(String field, Money value) {
		if (value.compareTo(LARGEST) > 0) {
			throw Problem.invalid("/" + field, "OUT_OF_RANGE", "At most " + LARGEST + " in one quota.");
		}
	}

	/** What is over stays over; only what was not issued can be withdrawn. */
	static void checkAdjustment(Quota quota, Adjustment adjustment, Instant now) {
		if (quota.stateAt(now) == Quota.State.INVALID && !now.isBefore(quota.expiresAt())) {
			throw Problem.conflict("QUOTA_OVER", "The validity of the quota is over.")
				.with("expiresAt", quota.expiresAt());
		}
		if (adjustment.raiseBy() != null) {
			checkValue("raiseBy", quota.granted().plus(adjustment.raiseBy()));
		}
		if (adjustment.withdraw() != null && adjustment.withdraw().compareTo(quota.available()) > 0) {
			throw Problem.conflict("QUOTA_BALANCE_INSUFFICIENT", "Only what was not issued can be withdrawn.")
				.with("available", quota.available());
		}
	}

}
