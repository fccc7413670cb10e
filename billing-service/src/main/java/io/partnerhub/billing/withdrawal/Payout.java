package io.partnerhub.billing.withdrawal;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The instruction to the bank behind an approved withdrawal: one for good, under one id
 * (I-21).
 *
 * @param signingEntity the partner's at the approval, who pays by bank card (WDR-13)
 * @param sendings how often it was handed over, always under the same id
 */
record Payout(UUID instructionId, UUID withdrawalId, String signingEntity, State state, int sendings,
		@Nullable String reason, @Nullable Instant answeredAt) {

	boolean isAnswered() {
		return this.state == State.PAID || this.state == State.FAILED;
	}

	/** How far it is; UNKNOWN is asked about and never sent under another id. */
	enum State {

		WAITING, SENT, UNKNOWN, PAID, FAILED

	}

}
