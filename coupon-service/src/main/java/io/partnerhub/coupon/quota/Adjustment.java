package io.partnerhub.coupon.quota;

import java.time.Instant;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor changes of a quota; what is absent stays.
 *
 * @param raiseBy more than before
 * @param withdraw what of the available amount it takes back
 */
record Adjustment(@Nullable Money raiseBy, @Nullable Money withdraw, @Nullable Instant effectiveAt,
		@Nullable Instant expiresAt, Quota.@Nullable State state) {

	/** The quota with its new state and validity. */
	Quota of(Quota quota) {
		Quota.Terms terms = quota.terms();
		return new Quota(quota.id(), quota.type(), quota.partnerId(), quota.ownerPartnerId(), quota.parentQuotaId(),
				(this.state != null) ? this.state : quota.state(), quota.granted(), quota.available(),
				new Quota.Terms(terms.limits(), terms.invoiceToUser(), terms.signingEntity(),
						(this.effectiveAt != null) ? this.effectiveAt : terms.effectiveAt(),
						(this.expiresAt != null) ? this.expiresAt : terms.expiresAt()),
				quota.createdAt(), quota.updatedAt());
	}

}
