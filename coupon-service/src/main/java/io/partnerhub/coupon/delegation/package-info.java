/**
 * Passing quota to resellers: a distributor splits parts of its quota off, and takes back
 * what was not issued (6.6, REC-09, REC-10).
 */
@NullMarked
package io.partnerhub.coupon.delegation;

import org.jspecify.annotations.NullMarked;
