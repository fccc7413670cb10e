package io.partnerhub.customer.association;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import org.jspecify.annotations.Nullable;

/**
 * One link between a customer and a partner. Its epoch counts the customer's links from 1
 * and fences what belongs to an ended one.
 */
public record Association(UUID id, UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch,
		AssociationType type, @Nullable UUID accountManagerId, Instant associatedAt) {
}
