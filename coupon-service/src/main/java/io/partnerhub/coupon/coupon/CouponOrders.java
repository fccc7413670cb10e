package io.partnerhub.coupon.coupon;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The orders around a coupon.
 *
 * @param lastUsedFor the order it was last used for
 * @param lockedFor unpaid orders that hold a part of it, the first to hold first
 */
public record CouponOrders(UUID couponId, @Nullable String lastUsedFor, List<String> lockedFor) {

	static CouponOrders none(UUID couponId) {
		return new CouponOrders(couponId, null, List.of());
	}

}
