/** Vouchers (代金券): who may have them, and how they are issued and shown. */
@NullMarked
package io.partnerhub.coupon.voucher;

import org.jspecify.annotations.NullMarked;
