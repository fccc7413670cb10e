/** What coupons can be used for: the limits of a quota, which its coupons inherit. */
@NullMarked
package io.partnerhub.coupon.limit;

import org.jspecify.annotations.NullMarked;
