package io.partnerhub.coupon.quota;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Why a quota stands where it stands: one movement between its buckets.
 *
 * @param sequence 1, 2, 3 … without gaps
 * @param source bucket the amount left; GRANTOR: it came from outside
 * @param target bucket it reached
 * @param balance what was available afterwards
 * @param reference the coupon, quota, order or bulk of coupons that moved it
 */
public record StatementLine(long sequence, Movement.Kind kind, Movement.Bucket source, Movement.Bucket target,
		Money amount, Money balance, @Nullable UUID reference, Instant at) {
}
