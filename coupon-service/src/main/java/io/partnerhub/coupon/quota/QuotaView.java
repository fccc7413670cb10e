package io.partnerhub.coupon.quota;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.limit.LimitsForm;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A quota as its holder and its grantor see it. {@code value} is the sum of all other
 * amounts (I-01).
 *
 * @param partnerId who holds it
 * @param parentQuotaId the distributor's quota that a reseller's was split off from;
 * absent if the vendor granted it
 * @param value what was granted in all
 * @param balance what can still be issued
 * @param delegated with resellers
 * @param live in coupons that customers hold
 * @param used by orders
 * @param expired with the quota or with coupons
 * @param writtenOff came back from coupons when the quota was over (REC-03)
 * @param withdrawn taken back by whoever granted it
 * @param state INVALID once its validity is over (6.4)
 * @param limits what its coupons can be used for; absent: not limited
 * @param invoiceToCouponUser whether coupons are invoiced to their user (CSH-04)
 * @param signingEntity contracting entity of a cash-coupon quota
 * @param allowedActions what the caller can do now: ISSUE, PASS_ON; the vendor: ADJUST
 */
public record QuotaView(UUID id, CouponType type, UUID partnerId, @Nullable UUID parentQuotaId, Money value,
		Money balance, Money delegated, Money live, Money used, Money expired, Money writtenOff, Money withdrawn,
		Quota.State state, @Nullable LimitsForm limits, boolean invoiceToCouponUser, @Nullable String signingEntity,
		Instant effectiveAt, Instant expiresAt, Instant createdAt, Instant updatedAt, List<String> allowedActions) {

	public static QuotaView of(Standing standing, Instant now, List<String> allowedActions) {
		Quota quota = standing.quota();
		Standing.Buckets buckets = standing.buckets();
		return new QuotaView(quota.id(), quota.type(), quota.ownerPartnerId(), quota.parentQuotaId(), quota.granted(),
				quota.available(), buckets.delegated(), buckets.live(), buckets.used(), buckets.expired(),
				buckets.writtenOff(), buckets.withdrawn(), quota.stateAt(now), LimitsForm.of(quota.terms().limits()),
				quota.terms().invoiceToUser(), quota.terms().signingEntity(), quota.effectiveAt(), quota.expiresAt(),
				quota.createdAt(), quota.updatedAt(), allowedActions);
	}

}
