package io.partnerhub.coupon.quota;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.partnerhub.coupon.quota.Movement.Bucket;
import io.partnerhub.coupon.quota.Movement.Kind;
import io.partnerhub.platform.money.Money;

/** Where it goes what comes back from coupons (REC-03, REC-09). */
final class ReturnRules {

	private ReturnRules() {
	}

	/**
	 * Into the quota it came from; out of one that a distributor has taken back it goes
	 * on to his; where nothing can be issued any more, it is void.
	 */
	static List<Movement> movements(Kind kind, Bucket source, Quota quota, Map<UUID, Quota> locked, Money amount,
			@Nullable UUID reference, Instant now) {
		Quota parent = (quota.state() == Quota.State.RECLAIMED) ? locked.get(quota.parentQuotaId()) : null;
		if (parent != null) {
			return List.of(new Movement(quota.id(), kind, source, Bucket.WITHDRAWN, amount, reference),
					back(Kind.TAKEN_BACK, Bucket.DELEGATED, parent, amount, quota.id(), now));
		}
		return List.of(back(kind, source, quota, amount, reference, now));
	}

	/** What returns to a quota that is over is void: expired, or written off. */
	static Movement back(Kind kind, Bucket source, Quota quota, Money amount, @Nullable UUID reference, Instant now) {
		if (quota.takesBackAt(now)) {
			return new Movement(quota.id(), kind, source, Bucket.AVAILABLE, amount, reference);
		}
		return (kind == Kind.EXPIRED) ? new Movement(quota.id(), kind, source, Bucket.EXPIRED, amount, reference)
				: new Movement(quota.id(), Kind.WRITTEN_OFF, source, Bucket.WRITTEN_OFF, amount, reference);
	}

}
