package io.partnerhub.billing.document;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Who keeps objects, and which of some are still his. As a bean it is found by itself;
 * what nobody names is taken away after a while.
 */
public record ObjectNames(Function<Collection<UUID>, Set<UUID>> among) {
}
