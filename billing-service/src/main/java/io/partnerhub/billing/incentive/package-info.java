/**
 * Invoices of partners for the incentives that the vendor pays them (INVO-11).
 */
@NullMarked
package io.partnerhub.billing.incentive;

import org.jspecify.annotations.NullMarked;
