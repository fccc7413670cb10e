/**
 * The way to third-party payment: the port, a simulated provider behind it, and the
 * instructions to it, each under one id for good.
 */
@NullMarked
package io.partnerhub.billing.provider;

import org.jspecify.annotations.NullMarked;
