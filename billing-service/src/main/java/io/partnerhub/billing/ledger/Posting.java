package io.partnerhub.billing.ledger;

import java.util.UUID;

import io.partnerhub.platform.Ids;

/**
 * An entry before it is written: the movement, and both accounts as it leaves them.
 */
record Posting(UUID id, Movement movement, Account debit, Account credit) {

	static Posting of(Movement movement, Account debit, Account credit) {
		return new Posting(Ids.next(), movement, debit, credit);
	}

}
