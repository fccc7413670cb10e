package io.partnerhub.coupon.quota;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.partnerhub.platform.money.Money;

/**
 * A part of a quota passes from one bucket to another: a line of its journal (I-01).
 *
 * @param reference the coupon, quota, order or bulk of coupons that moved it
 */
public record Movement(UUID quotaId, Kind kind, Bucket source, Bucket target, Money amount, @Nullable UUID reference) {

	/** Coupons were issued. */
	public static Movement issued(UUID quotaId, Money amount, @Nullable UUID reference) {
		return new Movement(quotaId, Kind.ISSUED, Bucket.AVAILABLE, Bucket.LIVE, amount, reference);
	}

	/** An order was paid with coupons. */
	public static Movement used(UUID quotaId, Money amount, @Nullable UUID reference) {
		return new Movement(quotaId, Kind.USED, Bucket.LIVE, Bucket.USED, amount, reference);
	}

	/** An order was refunded to a coupon that its customer can use again. */
	public static Movement refunded(UUID quotaId, Money amount, @Nullable UUID reference) {
		return new Movement(quotaId, Kind.REFUNDED, Bucket.USED, Bucket.LIVE, amount, reference);
	}

	/** Why it moved. */
	public enum Kind {

		GRANTED, WITHDRAWN, DELEGATED, TAKEN_BACK, ISSUED, USED, REFUNDED, RECLAIMED, EXPIRED, WRITTEN_OFF

	}

	/** Where parts of a quota lie; the grantor's is outside of it. */
	public enum Bucket {

		GRANTOR, AVAILABLE, DELEGATED, LIVE, USED, EXPIRED, WRITTEN_OFF, WITHDRAWN

	}

}
