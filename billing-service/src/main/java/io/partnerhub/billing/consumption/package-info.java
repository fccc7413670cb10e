/**
 * What customers consumed, by the vendor's feed of single records and of FOCUS files:
 * kept with all digits, counted once, summed up for the partner and account manager who
 * had the customer at the time, and never a basis of settlement.
 */
@NullMarked
package io.partnerhub.billing.consumption;

import org.jspecify.annotations.NullMarked;
