/**
 * billing-service owns the money of partners and customers: one double-entry ledger that
 * counts itself from zero, top-ups, credit lines, bonus and deposit by the vendor,
 * appropriation (拨款) to resale customers and resellers and reclaim (回收), and the return
 * of what is left when a link ends.
 */
@NullMarked
package io.partnerhub.billing;

import org.jspecify.annotations.NullMarked;
