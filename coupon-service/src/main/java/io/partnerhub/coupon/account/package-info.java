/**
 * Accounts at the vendor as customer-service announced them: who they are, by whom they
 * are contracted, and who their master is.
 */
@NullMarked
package io.partnerhub.coupon.account;

import org.jspecify.annotations.NullMarked;
