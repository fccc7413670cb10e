package io.partnerhub.coupon.cashcoupon;

import java.util.UUID;

import io.partnerhub.contracts.PartnerType;
import io.partnerhub.coupon.quota.Quota;
import io.partnerhub.coupon.whitelist.Receiver;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Who may give cash coupons, and to whom (7.5). */
final class CashCouponRules {

	private CashCouponRules() {
	}

	/** 7.2: government-subsidy partners only. */
	static void checkIssuer(@Nullable PartnerType type) {
		if (type != PartnerType.GOVERNMENT_SUBSIDY) {
			throw Problem.forbidden("PARTNER_TYPE_CANNOT_ISSUE",
					"Only government-subsidy partners issue cash coupons.");
		}
	}

	/**
	 * CSH-04, CSH-15, I-10: a coupon whose user is the recipient of the invoice goes to
	 * no RESALE customer, and to others only if their signing entity is known to be the
	 * coupon's; CSH-05: any other goes to everybody.
	 */
	static void checkReceiver(Quota.Terms terms, UUID customerId, Receiver receiver) {
		if (!terms.invoiceToUser()) {
			return;
		}
		if (receiver.isResale()) {
			throw restricted(customerId, "RESALE");
		}
		String entity = receiver.account().signingEntity();
		if (entity == null) {
			throw Problem
				.conflict("SIGNING_ENTITY_UNKNOWN", "The vendor has not told which entity contracts the customer.")
				.with("customerId", customerId);
		}
		if (!entity.equals(terms.signingEntity())) {
			throw restricted(customerId, "SIGNING_ENTITY");
		}
	}

	private static Problem restricted(UUID customerId, String reason) {
		return Problem
			.conflict("CASH_COUPON_INVOICE_RESTRICTION",
					"The invoice for the coupon is made out to its user, which this customer cannot be.")
			.with("customerId", customerId)
			.with("reason", reason);
	}

}
