/**
 * What happened to coupons and quotas, told to those it concerns: as a letter at once,
 * and as mail a little later, so that a burst comes as one.
 */
@NullMarked
package io.partnerhub.customer.notice;

import org.jspecify.annotations.NullMarked;
