/**
 * Cash coupons (现金券): government-subsidy partners give them to white-listed customers,
 * who pay with them as with cash. The life they share with vouchers is in coupon.
 */
@NullMarked
package io.partnerhub.coupon.cashcoupon;

import org.jspecify.annotations.NullMarked;
