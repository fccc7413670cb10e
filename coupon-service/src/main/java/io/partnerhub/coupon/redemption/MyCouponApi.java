package io.partnerhub.coupon.redemption;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.coupon.Coupons;
import io.partnerhub.coupon.redemption.UseRecord.HeldView;
import io.partnerhub.coupon.redemption.UseRecord.UseView;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a customer's own coupons can be used for, and what they were used for (6.9).
 */
@RestController
@Tag(name = "Vouchers")
class MyCouponApi {

	private final EligibleCoupons eligible;

	private final Coupons coupons;

	private final UseRecords uses;

	private final RedemptionSettings settings;

	private final Clock clock;

	MyCouponApi(EligibleCoupons eligible, Coupons coupons, UseRecords uses, RedemptionSettings settings, Clock clock) {
		this.eligible = eligible;
		this.coupons = coupons;
		this.uses = uses;
		this.settings = settings;
		this.clock = clock;
	}

	@PostMapping("/api/v1/my/coupons/eligibility")
	@Operation(summary = "Which of the customer's own coupons fit an order he describes, and why others do not")
	OfferView offer(Caller caller, @Valid @RequestBody OrderBody order) {
		return OfferView.of(this.eligible.of(order.order("", caller.customer())), this.settings.couponsPerPayment());
	}

	@GetMapping("/api/v1/my/vouchers/{id}")
	@Operation(summary = "Show one of the customer's own vouchers with its limits and the last 100 of its uses")
	VoucherDetail voucher(Caller caller, @PathVariable UUID id) {
		Coupon voucher = this.coupons.mine(caller, CouponType.VOUCHER, id);
		UseRecord used = this.uses.of(id);
		return new VoucherDetail(id, voucher.face(), voucher.balance(), voucher.locked(),
				voucher.terms().minimumOrder(), voucher.stateAt(this.clock.instant()), voucher.terms().effectiveAt(),
				voucher.terms().expiresAt(), LimitsView.of(voucher.terms().limits()), used.heldFor(), used.uses());
	}

	@GetMapping("/api/v1/my/cash-coupons/{id}")
	@Operation(summary = "Show one of the customer's own cash coupons with its limits and the last 100 of its uses",
			tags = "Cash coupons")
	CashCouponDetail cashCoupon(Caller caller, @PathVariable UUID id) {
		Coupon coupon = this.coupons.mine(caller, CouponType.CASH_COUPON, id);
		UseRecord used = this.uses.of(id);
		return new CashCouponDetail(id, coupon.face(), coupon.balance(), coupon.locked(), coupon.terms().minimumOrder(),
				coupon.terms().invoiceToUser(), coupon.stateAt(this.clock.instant()), coupon.terms().effectiveAt(),
				coupon.terms().expiresAt(), LimitsView.of(coupon.terms().limits()), used.heldFor(), used.uses());
	}

	/**
	 * A voucher in full.
	 *
	 * @param balance what is left of it
	 * @param lockedAmount what of that is held for unpaid orders (USE-05)
	 * @param heldFor those orders
	 * @param uses what paid orders took, and what refunds gave back, newest first
	 */
	record VoucherDetail(UUID id, Money faceValue, Money balance, Money lockedAmount, Money minimumOrderAmount,
			Coupon.State state, Instant effectiveAt, Instant expiresAt, LimitsView limits, List<HeldView> heldFor,
			List<UseView> uses) {
	}

	/**
	 * A cash coupon in full (CSH-14).
	 *
	 * @param balance what is left of it
	 * @param lockedAmount what of that is held for unpaid orders (USE-05)
	 * @param invoiceToCouponUser whether what he pays with it is invoiced to him (CSH-07)
	 * @param heldFor those orders
	 * @param uses what paid orders took, and what refunds gave back, newest first
	 */
	record CashCouponDetail(UUID id, Money faceValue, Money balance, Money lockedAmount, Money minimumOrderAmount,
			boolean invoiceToCouponUser, Coupon.State state, Instant effectiveAt, Instant expiresAt, LimitsView limits,
			List<HeldView> heldFor, List<UseView> uses) {
	}

}
