package io.partnerhub.coupon.cashcoupon;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What the issuer's records can be narrowed by (CSH-11); an absent filter does not
 * narrow.
 *
 * @param from at this time or later
 * @param before earlier than this
 * @param customerName beginning, or from 3 characters any part of it
 * @param accountName likewise
 */
record CashRecordFilter(@Nullable Instant from, @Nullable Instant before, @Nullable String customerName,
		@Nullable String accountName, @Nullable UUID couponId) {
}
