/**
 * White-lists (白名单): the customers a government-subsidy partner may give something to,
 * replaced as a whole by importing a new version.
 */
@NullMarked
package io.partnerhub.coupon.whitelist;

import org.jspecify.annotations.NullMarked;
