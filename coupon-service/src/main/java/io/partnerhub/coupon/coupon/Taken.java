package io.partnerhub.coupon.coupon;

import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.platform.money.Money;

/** What left a coupon for its quota: all that was left of it, or a part by hand. */
record Taken(UUID couponId, CouponType type, UUID partnerId, UUID ownerPartnerId, UUID quotaId, UUID customerId,
		int epoch, Money amount) {

	/** Coupons alike in this are announced together. */
	Group group() {
		return new Group(this.partnerId, this.ownerPartnerId, this.customerId, this.type, this.epoch);
	}

	static Money sum(List<Taken> taken) {
		return taken.stream().map(Taken::amount).reduce(Money.zero(), Money::plus);
	}

	/** Issuer, customer and link. */
	record Group(UUID partnerId, UUID ownerPartnerId, UUID customerId, CouponType type, int epoch) {
	}

}
