package io.partnerhub.coupon.redemption;

import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.coupon.Coupons;
import io.partnerhub.coupon.redemption.UseRecord.HeldView;
import io.partnerhub.coupon.redemption.UseRecord.UseView;
import io.partnerhub.platform.caller.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What customers used the coupons for that a partner gave them (6.9). */
@RestController
@Tag(name = "Vouchers")
class IssuedCouponApi {

	private final Coupons coupons;

	private final UseRecords uses;

	IssuedCouponApi(Coupons coupons, UseRecords uses) {
		this.coupons = coupons;
		this.uses = uses;
	}

	@GetMapping("/api/v1/vouchers/{id}/uses")
	@Operation(summary = "Show the limits of an issued voucher and the last 100 of its uses")
	CouponUses ofVoucher(Caller caller, @PathVariable UUID id) {
		return uses(this.coupons.issued(caller, CouponType.VOUCHER, id));
	}

	@GetMapping("/api/v1/cash-coupons/{id}/uses")
	@Operation(summary = "Show the limits of an issued cash coupon and the last 100 of its uses", tags = "Cash coupons")
	CouponUses ofCashCoupon(Caller caller, @PathVariable UUID id) {
		return uses(this.coupons.issued(caller, CouponType.CASH_COUPON, id));
	}

	private CouponUses uses(Coupon coupon) {
		UseRecord used = this.uses.of(coupon.id());
		return new CouponUses(coupon.id(), LimitsView.of(coupon.terms().limits()), used.heldFor(), used.uses());
	}

	/**
	 * What a coupon can be used for, and was.
	 *
	 * @param heldFor unpaid orders that hold a part of it (USE-05)
	 * @param uses what paid orders took, and what refunds gave back, newest first
	 */
	record CouponUses(UUID couponId, LimitsView limits, List<HeldView> heldFor, List<UseView> uses) {
	}

}
