/**
 * What this service knows about customers: whose they are, since which link, and whether
 * they owe anything.
 */
@NullMarked
package io.partnerhub.billing.customer;

import org.jspecify.annotations.NullMarked;
