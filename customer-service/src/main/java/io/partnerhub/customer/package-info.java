/**
 * Customers and their one partner: a prospect is pre-registered, invited by mail,
 * accepts, and one day either side asks to part. The association with its epoch is the
 * root fact on which coupons, money and opportunities of the other services rest.
 */
@NullMarked
package io.partnerhub.customer;

import org.jspecify.annotations.NullMarked;
