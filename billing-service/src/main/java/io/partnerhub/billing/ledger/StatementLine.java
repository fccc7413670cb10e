package io.partnerhub.billing.ledger;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A ledger entry as one of its two accounts sees it (收支明细).
 *
 * @param reverses the entry it takes back, for a correction
 * @param other who stands on the other side
 * @param channel by which a top-up came, absent for all else
 * @param bankSerialNumber of a top-up
 */
public record StatementLine(UUID id, UUID transactionId, EntryKind kind, Direction direction, Money amount,
		Money balanceAfter, Instant at, @Nullable UUID reverses, Counterparty other, @Nullable String channel,
		@Nullable String bankSerialNumber) {

	/** Which way the money went. */
	public enum Direction {

		INCOME, EXPENSE

	}

}
