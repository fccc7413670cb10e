/**
 * Invoices that partners issue: to their resale customers, and distributors to their
 * resellers (INVO-05, INVO-12).
 */
@NullMarked
package io.partnerhub.billing.resale;

import org.jspecify.annotations.NullMarked;
