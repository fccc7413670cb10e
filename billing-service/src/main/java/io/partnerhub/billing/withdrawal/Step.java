package io.partnerhub.billing.withdrawal;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A step of a withdrawal's progress (提现进度, WDR-12): who moved it to which state, and why.
 */
record Step(WithdrawalState state, String operator, @Nullable String reason, Instant at) {
}
