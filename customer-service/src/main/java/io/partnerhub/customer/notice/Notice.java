package io.partnerhub.customer.notice;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A letter (站内信) about coupons, a quota (VOU-13, NOT-02), the partner's balance or an
 * order that was paid (ORD-09); never says what the issuer remarked.
 *
 * @param partnerId the tenant
 * @param ownerPartnerId who issued the coupons or holds the quota
 * @param customerId who reads it; absent if the partner's people do
 * @param couponType absent if it is about both, or about the balance
 * @param amount issued, gone back, left or granted, of all of them together; or what is
 * free of the balance
 * @param coupons how many, 1 for a quota, the balance or an order
 * @param orderId the order that was paid
 */
record Notice(UUID id, UUID partnerId, UUID ownerPartnerId, @Nullable UUID customerId, Kind kind,
		@Nullable CouponType couponType, Money amount, long coupons, @Nullable Instant effectiveAt,
		@Nullable Instant expiresAt, @Nullable String orderId, Instant createdAt) {

	static Notice coupons(UUID partnerId, UUID ownerPartnerId, UUID customerId, Kind kind, @Nullable CouponType type,
			Money amount, long coupons, Term term, Instant now) {
		return new Notice(Ids.next(), partnerId, ownerPartnerId, customerId, kind, type, amount, coupons, term.from(),
				term.to(), null, now);
	}

	static Notice quota(UUID partnerId, UUID ownerPartnerId, Kind kind, CouponType type, Money amount, Term term,
			Instant now) {
		return new Notice(Ids.next(), partnerId, ownerPartnerId, null, kind, type, amount, 1, term.from(), term.to(),
				null, now);
	}

	static Notice balance(UUID partnerId, UUID ownerPartnerId, Money available, Instant now) {
		return new Notice(Ids.next(), partnerId, ownerPartnerId, null, Kind.BALANCE_LOW, null, available, 1, null, null,
				null, now);
	}

	/** A partner paid an order for its customer (ORD-09). */
	static Notice paidOrder(UUID partnerId, UUID ownerPartnerId, UUID customerId, String orderId, Money amount,
			Instant now) {
		return new Notice(Ids.next(), partnerId, ownerPartnerId, customerId, Kind.ORDER_PAID, null, amount, 1, null,
				null, orderId, now);
	}

	/** From when to when something can be used, as far as it matters. */
	record Term(@Nullable Instant from, @Nullable Instant to) {

		static final Term NONE = new Term(null, null);

	}

	/**
	 * What happened; quotas and the balance concern the partner, all else the customer.
	 */
	enum Kind {

		COUPON_RECEIVED, COUPONS_RECLAIMED, LINK_ENDED, COUPONS_EXPIRING, QUOTA_GRANTED, QUOTA_EXPIRING, BALANCE_LOW,
		ORDER_PAID

	}

}
