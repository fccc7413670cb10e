/**
 * Coupons: the life that vouchers and cash coupons share, from their issue to their use,
 * expiry or reclaim.
 */
@NullMarked
package io.partnerhub.coupon.coupon;

import org.jspecify.annotations.NullMarked;
