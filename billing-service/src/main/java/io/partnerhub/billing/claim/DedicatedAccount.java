package io.partnerhub.billing.claim;

import java.time.Instant;

/**
 * A partner's own number at the vendor's bank: what arrives there is topped up without a
 * claim (TOP-01). It is told to customers who pay, so it is no secret.
 */
record DedicatedAccount(String accountNumber, Instant openedAt) {
}
