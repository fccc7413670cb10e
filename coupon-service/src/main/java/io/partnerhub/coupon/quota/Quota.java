package io.partnerhub.coupon.quota;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.platform.money.Money;

/**
 * An amount the vendor granted a partner (代金券额度). It cannot be spent, only issued as
 * vouchers; what was granted is always available, live in vouchers, or written off
 * (I-01).
 */
public record Quota(UUID id, UUID partnerId, UUID ownerPartnerId, State state, Money granted, Money available,
		Instant effectiveAt, Instant expiresAt, Instant createdAt, Instant updatedAt) {

	/** VOU-01: only a quota in state NORMAL and within its validity can be used. */
	public boolean usableAt(Instant now) {
		return this.state == State.NORMAL && !now.isBefore(this.effectiveAt) && now.isBefore(this.expiresAt);
	}

	/** The state as seen at a moment: a quota past its validity is INVALID. */
	public State stateAt(Instant now) {
		return (this.state == State.NORMAL && !now.isBefore(this.expiresAt)) ? State.INVALID : this.state;
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
