package io.partnerhub.coupon.delegation;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import io.partnerhub.coupon.quota.Quota;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A record that quota was passed on or taken back (6.3), never changed once written.
 *
 * @param ownerPartnerId the reseller
 * @param quotaId the reseller's quota
 * @param amount what it was given, or what really went back
 */
record QuotaRecord(UUID id, UUID partnerId, UUID ownerPartnerId, Type type, UUID quotaId, UUID parentQuotaId,
		Money amount, boolean succeeded, String operator, @Nullable String remark, Instant at) {

	static QuotaRecord of(Type type, Quota part, boolean succeeded, String operator, @Nullable String remark,
			Instant now) {
		return new QuotaRecord(Ids.next(), part.partnerId(), part.ownerPartnerId(), type, part.id(), parent(part),
				part.available(), succeeded, operator, remark, now);
	}

	/** What a reseller's quota was split off from. */
	static UUID parent(Quota part) {
		return Objects.requireNonNull(part.parentQuotaId());
	}

	/** With the codes of the vendor's open API. */
	enum Type {

		ISSUE(10), RECLAIM(11);

		private final int code;

		Type(int code) {
			this.code = code;
		}

		int code() {
			return this.code;
		}

		static Type of(int code) {
			return (code == ISSUE.code) ? ISSUE : RECLAIM;
		}

	}

}
