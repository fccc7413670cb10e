package io.partnerhub.coupon.quota;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.limit.Limits;
import io.partnerhub.platform.money.Money;

/**
 * An amount the vendor granted a partner (代金券额度, 现金券额度), or a distributor a reseller. It
 * cannot be spent, only issued as coupons; each part of what was granted lies in exactly
 * one bucket (I-01).
 *
 * @param parentQuotaId the distributor's quota that a reseller's was split off from
 * @param granted what was granted in all
 * @param available what can still be issued or delegated
 */
public record Quota(UUID id, CouponType type, UUID partnerId, UUID ownerPartnerId, @Nullable UUID parentQuotaId,
		State state, Money granted, Money available, Terms terms, Instant createdAt, Instant updatedAt) {

	public Instant effectiveAt() {
		return this.terms.effectiveAt();
	}

	public Instant expiresAt() {
		return this.terms.expiresAt();
	}

	/** VOU-01: only a quota in state NORMAL and within its validity can be used. */
	public boolean usableAt(Instant now) {
		return this.state == State.NORMAL && !now.isBefore(effectiveAt()) && now.isBefore(expiresAt());
	}

	/**
	 * REC-03: whether what returns can be issued again some day; into a quota that is
	 * over it is written off.
	 */
	public boolean takesBackAt(Instant now) {
		return this.state != State.INVALID && now.isBefore(expiresAt());
	}

	/**
	 * The state as seen at a moment: a quota past its validity is INVALID, but one that a
	 * distributor took back stays RECLAIMED.
	 */
	public State stateAt(Instant now) {
		return (this.state != State.RECLAIMED && !now.isBefore(expiresAt())) ? State.INVALID : this.state;
	}

	/**
	 * What its coupons inherit.
	 *
	 * @param invoiceToUser the coupon's user is the recipient of the invoice (CSH-04)
	 * @param signingEntity the contracting entity of a cash-coupon quota (签约主体)
	 */
	public record Terms(Limits limits, boolean invoiceToUser, @Nullable String signingEntity, Instant effectiveAt,
			Instant expiresAt) {

		public static Terms valid(Instant effectiveAt, Instant expiresAt) {
			return new Terms(Limits.NONE, false, null, effectiveAt, expiresAt);
		}

	}

	/** States of 6.4 with their codes in the vendor's open API. */
	public enum State {

		NORMAL(0), INVALID(3), ADJUSTING(4), FROZEN(5), RECLAIMED(6);

		private final int code;

		State(int code) {
			this.code = code;
		}

		public int code() {
			return this.code;
		}

	}

}
