/**
 * Invoices, and what was invoiced earlier and is no longer covered (欠票).
 */
@NullMarked
package io.partnerhub.billing.invoice;

import org.jspecify.annotations.NullMarked;
