package io.partnerhub.billing.ledger;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.platform.money.Money;

/** A ledger entry as one of its two accounts sees it (收支明细). */
public record StatementLine(UUID id, UUID transactionId, EntryKind kind, Direction direction, Money amount,
		Money balanceAfter, Instant at) {

	/** Which way the money went. */
	public enum Direction {

		INCOME, EXPENSE

	}

}
