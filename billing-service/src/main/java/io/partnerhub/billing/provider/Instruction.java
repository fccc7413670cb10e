package io.partnerhub.billing.provider;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the provider was told to do: one payment or refund, under one id, asked about
 * while its outcome is unknown and never sent under another id (ORD-22).
 *
 * @param id that of the payment or refund it is for
 * @param paymentId for a refund, the instruction that brought the money
 * @param payBefore for a payment, when the provider closes it unpaid
 * @param sendings how often it was handed over, always under the same id
 * @param redirect where the payer is sent
 */
public record Instruction(UUID id, Kind kind, Realm realm, String channel, Money amount, @Nullable UUID paymentId,
		@Nullable Instant payBefore, State state, int sendings, @Nullable String redirect, @Nullable String reason,
		@Nullable Instant answeredAt) {

	public boolean isAnswered() {
		return this.state == State.DONE || this.state == State.FAILED;
	}

	/** What it is about. */
	public enum Kind {

		PAYMENT, REFUND

	}

	/** How far it is; UNKNOWN is asked about. */
	public enum State {

		WAITING, SENT, UNKNOWN, DONE, FAILED

	}

}
