package io.partnerhub.coupon.whitelist;

import java.time.Instant;
import java.util.UUID;

/**
 * One version of a partner's white-list; the newest counts (VOU-08).
 *
 * @param version counts the partner's imports
 * @param customers how many it named
 * @param operator who imported it
 */
record Whitelist(UUID id, UUID partnerId, UUID ownerPartnerId, int version, int customers, String operator,
		Instant importedAt) {
}
