package io.partnerhub.coupon.cashcoupon;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.coupon.account.Account;
import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.limit.Limits;
import io.partnerhub.platform.privacy.Masks;
import io.partnerhub.platform.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A cash coupon as its issuer sees it.
 *
 * @param customerId who has it: for an enterprise member the master
 * @param accountName masked
 * @param customerName masked
 * @param balance what is left of the face value; 0.00 once reclaimed
 * @param locked what of it is held for unpaid orders
 * @param limits absent: not limited
 * @param invoiceToCouponUser whether its user is the recipient of the invoice (CSH-07)
 * @param allowedActions what the caller can do now: RECLAIM
 */
@Schema(name = "CashCoupon")
record CouponView(UUID id, UUID quotaId, UUID customerId, @Nullable String accountName, @Nullable String customerName,
		Money faceValue, Money balance, Money locked, Money minimumOrderAmount, @Nullable Limits limits,
		boolean invoiceToCouponUser, @Nullable String signingEntity, Coupon.State state, Instant effectiveAt,
		Instant expiresAt, Instant createdAt, List<String> allowedActions) {

	static CouponView of(Coupon coupon, @Nullable Account customer, Instant now, boolean mayReclaim) {
		Coupon.Terms terms = coupon.terms();
		return new CouponView(coupon.id(), coupon.quotaId(), coupon.customerId(),
				(customer != null) ? Masks.name(customer.accountName()) : null,
				(customer != null && customer.name() != null) ? Masks.name(customer.name()) : null, coupon.face(),
				coupon.balance(), coupon.locked(), terms.minimumOrder(), limits(terms.limits()), terms.invoiceToUser(),
				terms.signingEntity(), coupon.stateAt(now), terms.effectiveAt(), terms.expiresAt(), coupon.createdAt(),
				(mayReclaim && coupon.reclaimableAt(now)) ? List.of("RECLAIM") : List.of());
	}

	static @Nullable Limits limits(Limits limits) {
		return limits.equals(Limits.NONE) ? null : limits;
	}

}
