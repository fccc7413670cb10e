/**
 * Many vouchers at once: up to 100 in one call, and files of up to 100,000 rows as long
 * operations with a result per row.
 */
@NullMarked
package io.partnerhub.coupon.bulk;

import org.jspecify.annotations.NullMarked;
