package io.partnerhub.customer.association;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What the hub's own rows say about an account that is to be linked.
 *
 * @param partner the partner he is associated with now
 * @param preRegistered whether the partner in question has pre-registered him
 * @param preRegisteredElsewhere whether another partner has
 */
record Standing(@Nullable UUID partner, boolean preRegistered, boolean preRegisteredElsewhere) {
}
