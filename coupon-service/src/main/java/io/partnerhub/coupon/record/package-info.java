/** Operation records (操作记录): who did what to which voucher, append-only. */
@NullMarked
package io.partnerhub.coupon.record;

import org.jspecify.annotations.NullMarked;
