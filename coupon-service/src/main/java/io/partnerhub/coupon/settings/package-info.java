/** The numbers of this service that are policy, not code. */
@NullMarked
package io.partnerhub.coupon.settings;

import org.jspecify.annotations.NullMarked;
