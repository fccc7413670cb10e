package io.partnerhub.billing.attribution;

import java.time.Instant;
import java.util.UUID;

/** A customer's partner, model or account manager is another since a time, or none. */
public record Change(UUID customerId, Instant since) {
}
