/**
 * The product and its limit measured in one run: requests through a service, and beside
 * them the same page read by one SQL statement written by hand.
 */
@NullMarked
package io.partnerhub.benchmarks;

import org.jspecify.annotations.NullMarked;
