package io.partnerhub.billing.appropriation;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Realm;
import org.jspecify.annotations.Nullable;

/** Which records of a realm are wanted; the bounds of time are exclusive. */
record AdjustFilter(Realm realm, @Nullable UUID customerId, @Nullable EntryKind kind, @Nullable UUID transactionId,
		@Nullable Instant after, @Nullable Instant before) {

}
