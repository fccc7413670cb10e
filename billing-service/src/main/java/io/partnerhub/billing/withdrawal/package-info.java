/**
 * Withdrawals (提现): how much may leave, whence it is taken, who decides, and the payment
 * by the bank.
 */
@NullMarked
package io.partnerhub.billing.withdrawal;

import org.jspecify.annotations.NullMarked;
