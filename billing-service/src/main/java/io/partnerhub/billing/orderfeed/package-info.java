/**
 * The vendor's feed of orders: in batches over HTTP, or one by one over the broker;
 * repeated and late news change nothing.
 */
@NullMarked
package io.partnerhub.billing.orderfeed;

import org.jspecify.annotations.NullMarked;
