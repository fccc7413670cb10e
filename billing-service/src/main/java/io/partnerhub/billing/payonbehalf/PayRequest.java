package io.partnerhub.billing.payonbehalf;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.order.RequestState;
import io.partnerhub.contracts.AssociationType;

/** A customer's request that his partner pay an order (8.4), decided once. */
record PayRequest(UUID id, Realm realm, UUID orderId, UUID customerId, int epoch, AssociationType associationType,
		RequestState state, Instant requestedAt, String requestedBy) {
}
