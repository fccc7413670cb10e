package io.partnerhub.billing.incentive;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

import io.partnerhub.billing.ledger.Realm;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor knows of a partner that counts for its pay-outs.
 *
 * @param certified whether its business information is certified (BIZ-01)
 * @param taxRate of its own invoices, in percent (INC-08)
 * @param programmeEndedAt when its identity ended (INC-10)
 */
record PayoutFacts(Realm realm, boolean certified, BigDecimal taxRate, @Nullable Instant programmeEndedAt) {

	Optional<Instant> ended() {
		return Optional.ofNullable(this.programmeEndedAt);
	}

}
