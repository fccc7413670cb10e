package io.partnerhub.coupon.redemption;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.coupon.CouponLock;
import io.partnerhub.coupon.coupon.CouponLocks;
import io.partnerhub.coupon.coupon.Coupons;
import io.partnerhub.coupon.coupon.Fate;
import io.partnerhub.coupon.limit.BillingMode;
import io.partnerhub.coupon.limit.Limits;
import io.partnerhub.coupon.limit.OrderType;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
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

	private static final int SHOWN_USES = 100;

	private final EligibleCoupons eligible;

	private final Coupons coupons;

	private final CouponLocks locks;

	private final RedemptionStore redemptions;

	private final RedemptionSettings settings;

	private final Clock clock;

	MyCouponApi(EligibleCoupons eligible, Coupons coupons, CouponLocks locks, RedemptionStore redemptions,
			RedemptionSettings settings, Clock clock) {
		this.eligible = eligible;
		this.coupons = coupons;
		this.locks = locks;
		this.redemptions = redemptions;
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
		return new VoucherDetail(voucher.id(), voucher.face(), voucher.balance(), voucher.locked(),
				voucher.terms().minimumOrder(), voucher.stateAt(this.clock.instant()), voucher.terms().effectiveAt(),
				voucher.terms().expiresAt(), LimitsView.of(voucher.terms().limits()),
				this.locks.of(List.of(id)).stream().map(HeldView::of).toList(),
				this.redemptions.ofCoupons(List.of(id), SHOWN_USES).stream().map(UseView::of).toList());
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
	 * What it can be used for; an empty list and an absent value do not limit.
	 *
	 * @param usageTimes how many orders it pays; 0: as many as it lasts for
	 */
	record LimitsView(Set<String> serviceTypes, Set<String> excludedServiceTypes, Set<String> productIds,
			Set<String> excludedProductIds, Set<String> regions, Set<OrderType> orderTypes,
			Set<BillingMode> billingModes, @Nullable Money minimumOrder, @Nullable Money maximumOrder,
			boolean firstOrderOnly, boolean withoutDiscount, int usageTimes, boolean strictSelectedOnly,
			@Nullable BigDecimal maxDeductionRatio) {

		static LimitsView of(Limits limits) {
			return new LimitsView(limits.serviceTypes(), limits.excludedServiceTypes(), limits.productIds(),
					limits.excludedProductIds(), limits.regions(), limits.orderTypes(), limits.billingModes(),
					limits.minimumOrder(), limits.maximumOrder(), limits.firstOrderOnly(), limits.withoutDiscount(),
					limits.usageTimes(), limits.strictSelectedOnly(), limits.maxDeductionRatio());
		}

	}

	/** An unpaid order that holds a part. */
	record HeldView(String orderId, Money amount) {

		static HeldView of(CouponLock lock) {
			return new HeldView(lock.orderId(), lock.amount());
		}

	}

	/**
	 * A use, or what came back of one.
	 *
	 * @param fate of what came back: USABLE again, RECLAIMED, or void as EXPIRED
	 */
	record UseView(String orderId, Reservation.Use.Kind kind, Money amount, @Nullable Fate fate, Instant at) {

		static UseView of(Reservation.Use use) {
			return new UseView(use.orderId(), use.kind(), use.amount(), use.fate(), use.at());
		}

	}

}
