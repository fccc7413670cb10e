package io.partnerhub.billing.ledger;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A ledger entry as one of its two accounts sees it (收支明细).
 *
 * @param reverses the entry it takes back, for a correction
 */
public record StatementLine(UUID id, UUID transactionId, EntryKind kind, Direction direction, Money amount,
		Money balanceAfter, Instant at, @Nullable UUID reverses) {

	/** Which way the money went. */
	public enum Direction {

		INCOME, EXPENSE

	}

}
