package io.partnerhub.coupon.quota;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.platform.money.Money;

/**
 * Something of a quota that does not agree when it is counted from zero.
 *
 * @param what the bucket and what it was counted from: journal lines, coupons or the
 * quotas of resellers; JOURNAL_LINES counts lines, not money
 * @param booked what the quota says
 * @param counted what the count says
 * @param fresh whether it was not known before
 */
record Difference(UUID id, UUID quotaId, String what, Money booked, Money counted, Instant foundAt, boolean fresh) {
}
