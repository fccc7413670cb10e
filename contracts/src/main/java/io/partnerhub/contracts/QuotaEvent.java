package io.partnerhub.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * What coupon-service announces about quotas (代金券额度, 现金券额度): the key is the quota, so
 * that what happens to one stays in order.
 */
public sealed interface QuotaEvent extends Event {

	UUID quotaId();

	@Override
	default UUID key() {
		return quotaId();
	}

	/**
	 * The vendor gave a partner a quota it may issue vouchers or cash coupons from.
	 */
	record QuotaGranted(UUID partnerId, UUID ownerPartnerId, UUID quotaId, Amount value, Instant effectiveAt,
			Instant expiresAt, CouponType type) implements QuotaEvent {
	}

	/**
	 * The vendor changed a quota: its value, its validity or its state.
	 *
	 * @param value what is granted in all
	 * @param balance what can still be issued
	 * @param state NORMAL, INVALID, ADJUSTING or FROZEN (6.4)
	 */
	record QuotaAdjusted(UUID partnerId, UUID ownerPartnerId, UUID quotaId, Amount value, Amount balance, String state,
			Instant effectiveAt, Instant expiresAt) implements QuotaEvent {
	}

	/** The validity of a quota is over; {@code unspent} can never be issued. */
	record QuotaExpired(UUID partnerId, UUID ownerPartnerId, UUID quotaId, Amount unspent) implements QuotaEvent {
	}

	/** A quota with something left expires within the configured number of days. */
	record QuotaExpiring(UUID partnerId, UUID ownerPartnerId, UUID quotaId, CouponType type, Amount balance,
			Instant expiresAt) implements QuotaEvent {
	}

	/**
	 * A distributor split part of his quota off to a reseller (QUO-02).
	 *
	 * @param ownerPartnerId the reseller
	 * @param parentQuotaId the distributor's quota
	 */
	record QuotaIssuedToReseller(UUID partnerId, UUID ownerPartnerId, UUID quotaId, UUID parentQuotaId, Amount value,
			Instant effectiveAt, Instant expiresAt) implements QuotaEvent {
	}

	/**
	 * What a reseller had not issued went back to the distributor (REC-09, REC-10).
	 *
	 * @param ownerPartnerId the reseller
	 */
	record QuotaReclaimedFromReseller(UUID partnerId, UUID ownerPartnerId, UUID quotaId, UUID parentQuotaId,
			Amount amount) implements QuotaEvent {
	}

}
