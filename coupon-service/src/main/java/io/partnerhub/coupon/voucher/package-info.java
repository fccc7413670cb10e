/**
 * Vouchers: issued from a quota to a customer, taken back by hand or at the end of the
 * link.
 */
@NullMarked
package io.partnerhub.coupon.voucher;

import org.jspecify.annotations.NullMarked;
