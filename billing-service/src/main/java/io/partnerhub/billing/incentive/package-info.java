/**
 * Incentives that partners earn (激励), their pay-out, and the invoices of partners for
 * them (chapter 11.4, INVO-11).
 */
@NullMarked
package io.partnerhub.billing.incentive;

import org.jspecify.annotations.NullMarked;
