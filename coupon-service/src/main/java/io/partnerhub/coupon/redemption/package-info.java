/**
 * Redemption: which coupons fit an order, how they are held while it is unpaid, used when
 * it is paid, and given back when it is refunded (6.8).
 */
@NullMarked
package io.partnerhub.coupon.redemption;

import org.jspecify.annotations.NullMarked;
