package io.partnerhub.coupon.delegation;

import java.util.List;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a distributor wants to pass on: the same amount to each reseller (QUO-01).
 *
 * @param strangers ids that no partner of the hub has; only the vendor-compatible face,
 * where ids are any text, names such
 * @param remark for the distributor's record
 */
record PassOn(UUID quotaId, List<UUID> resellerIds, List<String> strangers, Money amount, @Nullable String remark) {
}
