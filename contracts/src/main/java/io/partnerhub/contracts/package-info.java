/**
 * The published language of the hub: what its services announce to each other and to
 * integrators, free of any framework so that a Java 17 client can depend on it. Changes
 * here are additive only.
 */
@NullMarked
package io.partnerhub.contracts;

import org.jspecify.annotations.NullMarked;
