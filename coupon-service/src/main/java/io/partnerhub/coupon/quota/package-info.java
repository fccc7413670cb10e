/**
 * Quotas: amounts the vendor granted a partner, spent only by issuing vouchers (chapter
 * 6).
 */
@NullMarked
package io.partnerhub.coupon.quota;

import org.jspecify.annotations.NullMarked;
