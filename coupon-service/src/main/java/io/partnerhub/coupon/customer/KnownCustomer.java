package io.partnerhub.coupon.customer;

import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import org.jspecify.annotations.Nullable;

/**
 * A customer's present or last link: whose he is, in which model, and which link of his
 * life it is. Who has none with the partner that gives him something stands with epoch 0.
 */
public record KnownCustomer(UUID customerId, UUID partnerId, UUID ownerPartnerId, int epoch,
		@Nullable AssociationType associationType, boolean active) {
}
