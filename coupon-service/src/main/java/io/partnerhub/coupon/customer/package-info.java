/** What this service must know of customers: whose they are, and since which link. */
@NullMarked
package io.partnerhub.coupon.customer;

import org.jspecify.annotations.NullMarked;
