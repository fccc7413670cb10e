package io.partnerhub.coupon.redemption;

import java.util.List;
import java.util.UUID;

import io.partnerhub.coupon.coupon.CouponLocks;
import io.partnerhub.coupon.redemption.UseRecord.HeldView;
import io.partnerhub.coupon.redemption.UseRecord.UseView;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells what coupons were used for; whoever asks has found the coupon (6.9, CSH-14). */
@Service
class UseRecords {

	private static final int SHOWN_USES = 100;

	private final CouponLocks locks;

	private final RedemptionStore redemptions;

	UseRecords(CouponLocks locks, RedemptionStore redemptions) {
		this.locks = locks;
		this.redemptions = redemptions;
	}

	@Transactional(readOnly = true)
	UseRecord of(UUID couponId) {
		return new UseRecord(this.locks.ofCoupon(couponId, SHOWN_USES).stream().map(HeldView::of).toList(),
				this.redemptions.ofCoupons(List.of(couponId), SHOWN_USES).stream().map(UseView::of).toList());
	}

}
