package io.partnerhub.billing.payonbehalf;

import java.time.Instant;

import io.partnerhub.billing.order.RequestState;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request, who made it so and when.
 *
 * @param reason why it was rejected or failed
 */
record Decision(RequestState state, String by, @Nullable String reason, Instant at) {
}
