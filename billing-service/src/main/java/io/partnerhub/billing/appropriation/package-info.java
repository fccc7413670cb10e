/**
 * Money between a partner and its resale customers: appropriation (拨款), reclaim (回收) and
 * the return at the end of a link (解绑回收).
 */
@NullMarked
package io.partnerhub.billing.appropriation;

import org.jspecify.annotations.NullMarked;
