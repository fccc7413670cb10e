package io.partnerhub.coupon.customer;

import java.util.UUID;

import io.partnerhub.contracts.AssociationType;

/**
 * A customer's present or last link: whose he is, in which model, and which link of his
 * life it is.
 */
public record KnownCustomer(UUID customerId, UUID partnerId, UUID ownerPartnerId, int epoch,
		AssociationType associationType, boolean active) {
}
