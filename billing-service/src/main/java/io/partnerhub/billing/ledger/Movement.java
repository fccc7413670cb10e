package io.partnerhub.billing.ledger;

import java.util.UUID;

import io.partnerhub.platform.money.Money;

/**
 * Money that is to move from one account to another of the same tenant and currency
 * (I-12, I-18).
 *
 * @param transactionId of the business transaction; one entry per transaction and kind
 * @param realm on whose behalf
 */
public record Movement(UUID transactionId, EntryKind kind, Realm realm, UUID debit, UUID credit, Money amount) {

	public Movement {
		if (!amount.isPositive() || debit.equals(credit)) {
			throw new IllegalArgumentException("a movement has an amount and two different accounts");
		}
	}

}
