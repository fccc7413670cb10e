package io.partnerhub.gateway.identity;

import java.util.UUID;

/** A customer of the vendor, as customer-service knows him. */
record Customer(UUID customerId, String accountName) {
}
