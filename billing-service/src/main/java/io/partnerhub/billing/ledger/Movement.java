package io.partnerhub.billing.ledger;

import java.util.UUID;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money that is to move from one account to another of the same tenant and currency
 * (I-12, I-18).
 *
 * @param transactionId of the business transaction; one entry per transaction and kind
 * @param realm on whose behalf
 * @param reverses the entry that is taken back, for a correction
 */
public record Movement(UUID transactionId, EntryKind kind, Realm realm, UUID debit, UUID credit, Money amount,
		@Nullable UUID reverses) {

	public Movement(UUID transactionId, EntryKind kind, Realm realm, UUID debit, UUID credit, Money amount) {
		this(transactionId, kind, realm, debit, credit, amount, null);
	}

	public Movement {
		if (!amount.isPositive() || debit.equals(credit)) {
			throw new IllegalArgumentException("a movement has an amount and two different accounts");
		}
	}

	/** The same amount the other way. */
	Movement reversed(UUID entry, UUID transactionId) {
		return new Movement(transactionId, EntryKind.CORRECTION, this.realm, this.credit, this.debit, this.amount,
				entry);
	}

}
