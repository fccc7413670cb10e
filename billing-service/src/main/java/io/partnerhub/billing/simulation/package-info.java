/**
 * What the simulated bank and the simulated provider of payments remember; empty where
 * real ones are behind their ports.
 */
@NullMarked
package io.partnerhub.billing.simulation;

import org.jspecify.annotations.NullMarked;
