/**
 * Owns voucher quotas (代金券额度), vouchers (代金券) and the records of what was done with them.
 */
@NullMarked
package io.partnerhub.coupon;

import org.jspecify.annotations.NullMarked;
