package io.partnerhub.billing.appropriation;

import java.util.UUID;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A wish to move cash between a partner and one of its customers; vouchers never move
 * this way (ADJ-07).
 *
 * @param transactionId the caller's, or a fresh one
 */
record Adjustment(UUID customerId, Money amount, UUID transactionId) {

	static Adjustment of(UUID customerId, Money amount, @Nullable UUID transactionId) {
		return new Adjustment(customerId, amount, (transactionId != null) ? transactionId : Ids.next());
	}

}
