/** What this service must know of partners and their people. */
@NullMarked
package io.partnerhub.coupon.partner;

import org.jspecify.annotations.NullMarked;
