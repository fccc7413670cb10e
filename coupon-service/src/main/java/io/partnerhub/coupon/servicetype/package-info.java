/** The vendor's service types, as partner-program-service announced them. */
@NullMarked
package io.partnerhub.coupon.servicetype;

import org.jspecify.annotations.NullMarked;
