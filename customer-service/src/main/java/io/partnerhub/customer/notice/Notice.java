package io.partnerhub.customer.notice;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A letter (站内信) about coupons, a quota (VOU-13, NOT-02), the partner's balance, or an
 * order that the partner paid or declined to pay (ORD-09, ORD-11); never says what the
 * issuer of coupons remarked.
 *
 * @param partnerId the tenant
 * @param ownerPartnerId who issued the coupons or holds the quota
 * @param customerId who reads it; absent if the partner's people do
 * @param couponType absent if it is about both, or about the balance
 * @param amount issued, gone back, left or granted, of all of them together; what is free
 * of the balance; or what the partner paid in money; absent if it declined
 * @param coupons how many, 1 for a quota or the balance; absent of an order
 * @param order the order it is about
 */
record Notice(UUID id, UUID partnerId, UUID ownerPartnerId, @Nullable UUID customerId, Kind kind,
		@Nullable CouponType couponType, @Nullable Money amount, @Nullable Long coupons, @Nullable Instant effectiveAt,
		@Nullable Instant expiresAt, @Nullable OfOrder order, Instant createdAt) {

	static Notice coupons(UUID partnerId, UUID ownerPartnerId, UUID customerId, Kind kind, @Nullable CouponType type,
			Money amount, long coupons, Term term, Instant now) {
		return new Notice(Ids.next(), partnerId, ownerPartnerId, customerId, kind, type, amount, coupons, term.from(),
				term.to(), null, now);
	}

	static Notice quota(UUID partnerId, UUID ownerPartnerId, Kind kind, CouponType type, Money amount, Term term,
			Instant now) {
		return new Notice(Ids.next(), partnerId, ownerPartnerId, null, kind, type, amount, 1L, term.from(), term.to(),
				null, now);
	}

	static Notice balance(UUID partnerId, UUID ownerPartnerId, Money available, Instant now) {
		return new Notice(Ids.next(), partnerId, ownerPartnerId, null, Kind.BALANCE_LOW, null, available, 1L, null,
				null, null, now);
	}

	/** A partner paid an order for its customer (ORD-09). */
	static Notice paidOrder(UUID partnerId, UUID ownerPartnerId, UUID customerId, String order, Money amount,
			Money coupons, Instant now) {
		return new Notice(Ids.next(), partnerId, ownerPartnerId, customerId, Kind.ORDER_PAID, null, amount, null, null,
				null, new OfOrder(order, coupons, null), now);
	}

	/** A partner declined to pay an order (ORD-11). */
	static Notice declinedOrder(UUID partnerId, UUID ownerPartnerId, UUID customerId, String order, String reason,
			Instant now) {
		return new Notice(Ids.next(), partnerId, ownerPartnerId, customerId, Kind.PAYMENT_DECLINED, null, null, null,
				null, null, new OfOrder(order, null, reason), now);
	}

	/**
	 * What is told of an order.
	 *
	 * @param coupons what coupons paid of it, besides the partner
	 * @param reason why the partner declined
	 */
	record OfOrder(String number, @Nullable Money coupons, @Nullable String reason) {
	}

	/** From when to when something can be used, as far as it matters. */
	record Term(@Nullable Instant from, @Nullable Instant to) {

		static final Term NONE = new Term(null, null);

	}

	/**
	 * What happened, and the mail that tells it; quotas and the balance concern the
	 * partner, all else the customer.
	 */
	enum Kind {

		COUPON_RECEIVED("notice-customer"), COUPONS_RECLAIMED("notice-customer"), LINK_ENDED("notice-customer"),
		COUPONS_EXPIRING("notice-customer"), QUOTA_GRANTED("notice-partner"), QUOTA_EXPIRING("notice-partner"),
		BALANCE_LOW("notice-partner"), ORDER_PAID("notice-order-paid"), PAYMENT_DECLINED("notice-payment-declined");

		private final String mail;

		Kind(String mail) {
			this.mail = mail;
		}

		String mail() {
			return this.mail;
		}

		boolean isOfOrder() {
			return this == ORDER_PAID || this == PAYMENT_DECLINED;
		}

	}

}
