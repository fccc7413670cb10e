/**
 * What customers' consumption counts for a partner and its account managers (业绩): which
 * part of a payment, in which period, and the sheets in which it is settled.
 */
@NullMarked
package io.partnerhub.billing.performance;

import org.jspecify.annotations.NullMarked;
