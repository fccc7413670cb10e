package io.partnerhub.billing.ledger;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which entries of an account are wanted (收支明细).
 *
 * @param kinds empty means all
 * @param from at this time or later
 * @param to before this time
 */
public record StatementFilter(Account account, Set<EntryKind> kinds, StatementLine.@Nullable Direction direction,
		@Nullable UUID transactionId, @Nullable Instant from, @Nullable Instant to) {

	/** Whose transactions touch the account: its partner's own, and its distributor's. */
	UUID[] owners() {
		return new UUID[] { this.account.realm().ownerPartnerId(), this.account.realm().partnerId() };
	}

	boolean wants(StatementLine.Direction side) {
		return this.direction == null || this.direction == side;
	}

}
