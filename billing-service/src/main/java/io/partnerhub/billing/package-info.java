/**
 * billing-service owns the money of partners and customers: one double-entry ledger that
 * counts itself from zero, top-ups, credit lines, bonus and deposit by the vendor,
 * claimed transfers, appropriation (拨款) to resale customers and resellers and reclaim
 * (回收), the return of what is left when a link ends, and withdrawals (提现) to a bank.
 */
@NullMarked
package io.partnerhub.billing;

import org.jspecify.annotations.NullMarked;
