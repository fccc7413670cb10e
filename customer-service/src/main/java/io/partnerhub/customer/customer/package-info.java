/**
 * The customer's record, as his partner, he himself and the gateway see it.
 */
@NullMarked
package io.partnerhub.customer.customer;

import org.jspecify.annotations.NullMarked;
