package io.partnerhub.coupon.voucher;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A voucher (代金券) in a customer's hands: what of its face value is left, and until when
 * it can be used. Its terms never change after issue (VOU-06).
 *
 * @param epoch the link of the customer under which it was issued
 * @param minimumOrder smallest order it can be used for
 */
record Voucher(UUID id, UUID partnerId, UUID ownerPartnerId, UUID quotaId, UUID customerId, int epoch,
		AssociationType associationType, Money face, Money balance, Money minimumOrder, @Nullable Instant reclaimedAt,
		Instant effectiveAt, Instant expiresAt, Instant createdAt, int version) {

	State stateAt(Instant now) {
		if (this.reclaimedAt != null) {
			return State.RECLAIMED;
		}
		if (!now.isBefore(this.expiresAt)) {
			return State.EXPIRED;
		}
		if (this.balance.isZero()) {
			return State.USED;
		}
		return now.isBefore(this.effectiveAt) ? State.INACTIVE : State.AVAILABLE;
	}

	/** States of 6.4 with their codes in the vendor's open API. */
	enum State {

		INACTIVE(1), AVAILABLE(2), USED(3), EXPIRED(4), RECLAIMED(5);

		private final int code;

		State(int code) {
			this.code = code;
		}

		int code() {
			return this.code;
		}

		static State of(int code) {
			return Arrays.stream(values())
				.filter((state) -> state.code == code)
				.findFirst()
				.orElseThrow(() -> Problem.invalid("/status", "OUT_OF_RANGE", "status is 1 to 5."));
		}

	}

}
