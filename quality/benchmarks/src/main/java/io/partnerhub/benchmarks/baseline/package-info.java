/**
 * The baseline: issuing a voucher as a straightforward Spring Data JPA application does
 * it, with the platform's tokens, idempotency keys and outbox, on the product's tables.
 */
@NullMarked
package io.partnerhub.benchmarks.baseline;

import org.jspecify.annotations.NullMarked;
