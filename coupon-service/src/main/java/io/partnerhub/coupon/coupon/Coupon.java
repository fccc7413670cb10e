package io.partnerhub.coupon.coupon;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.limit.Limits;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;

/**
 * A voucher (代金券) or cash coupon (现金券) in a customer's hands: what of its face value is
 * left, and until when it can be used. Its terms never change after issue (VOU-06).
 *
 * @param balance what is left, locked amounts included
 * @param locked what of it is held for orders that are not paid yet (USE-05)
 * @param usedTimes how many orders it has paid
 * @param reclaimedAt when it went back to its quota
 * @param expiredAt when what was left at its expiry went back
 */
public record Coupon(UUID id, CouponType type, UUID partnerId, UUID ownerPartnerId, UUID quotaId, Holder holder,
		Terms terms, Money balance, Money locked, int usedTimes, @Nullable Instant lastUsedAt,
		@Nullable Instant reclaimedAt, @Nullable Instant expiredAt, Instant createdAt, int version) {

	public UUID customerId() {
		return this.holder.customerId();
	}

	public int epoch() {
		return this.holder.epoch();
	}

	public Money face() {
		return this.terms.face();
	}

	public State stateAt(Instant now) {
		if (this.reclaimedAt != null) {
			return State.RECLAIMED;
		}
		if (this.expiredAt != null) {
			return State.EXPIRED;
		}
		if (this.balance.isZero()) {
			return State.USED;
		}
		if (pastAt(now)) {
			return State.EXPIRED;
		}
		return now.isBefore(this.terms.effectiveAt()) ? State.INACTIVE : State.AVAILABLE;
	}

	/** Whether nothing can be used of it, nor come back to it, any more (USE-07). */
	boolean pastAt(Instant now) {
		return !now.isBefore(this.terms.expiresAt());
	}

	/** REC-01, REC-04: whether its whole balance can be taken back by hand. */
	public boolean reclaimableAt(Instant now) {
		return stateAt(now) == State.AVAILABLE && this.locked.isZero();
	}

	/**
	 * Who has it, and under which of his links; cash coupons may be given without any.
	 *
	 * @param epoch the link, 0 for none
	 * @param associationType model of the link, absent for none
	 */
	public record Holder(UUID customerId, int epoch, @Nullable AssociationType associationType) {
	}

	/**
	 * What it is worth, and for what.
	 *
	 * @param minimumOrder smallest order it can be used for
	 * @param invoiceToUser whether its user is the recipient of the invoice (CSH-04)
	 * @param signingEntity of the quota it comes from
	 * @param effectiveAt from when it can be used
	 * @param expiresAt until when, exclusive
	 */
	public record Terms(Money face, Money minimumOrder, Limits limits, boolean invoiceToUser,
			@Nullable String signingEntity, Instant effectiveAt, Instant expiresAt) {
	}

	/** States of 6.4 with their codes in the vendor's open API. */
	public enum State {

		INACTIVE(1), AVAILABLE(2), USED(3), EXPIRED(4), RECLAIMED(5);

		private final int code;

		State(int code) {
			this.code = code;
		}

		public int code() {
			return this.code;
		}

		public static State of(int code) {
			return Arrays.stream(values())
				.filter((state) -> state.code == code)
				.findFirst()
				.orElseThrow(() -> Problem.invalid("/status", "OUT_OF_RANGE", "status is 1 to 5."));
		}

	}

}
