package io.partnerhub.billing.payonbehalf;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** What coupon-service is asked and told about coupons that pay orders (6.8). */
@FeignClient(name = "coupon-service", url = "${partnerhub.services.coupon}")
interface CouponQuestions {

	@PostMapping("/internal/redemptions/eligible-coupons")
	Offer offer(@RequestBody Map<String, Object> ask);

	@PostMapping("/internal/redemptions")
	Reservation reserve(@RequestBody Map<String, Object> pick);

	@PostMapping("/internal/redemptions/{id}/payment")
	Reservation startPayment(@PathVariable("id") UUID id);

	@PostMapping("/internal/redemptions/{id}/use")
	Reservation use(@PathVariable("id") UUID id);

	@PostMapping("/internal/redemptions/{id}/release")
	Reservation release(@PathVariable("id") UUID id);

	/** Coupons kept for an order, and what they pay. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Reservation(UUID id, Money total, @Nullable List<Kept> coupons) {

		/** What the cash coupons pay of it. */
		Money cashCoupons() {
			return ((this.coupons != null) ? this.coupons : List.<Kept>of()).stream()
				.filter((each) -> each.type().equals("CASH_COUPON") && !each.voided())
				.map(Kept::amount)
				.reduce(Money.zero(), Money::plus);
		}

	}

	/**
	 * What a coupon pays.
	 *
	 * @param type VOUCHER or CASH_COUPON
	 * @param voided whether it ended meanwhile, and pays nothing
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Kept(String type, Money amount, boolean voided) {
	}

	/** The customer's coupons for an order. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Offer(int couponsPerPayment, List<Coupon> coupons) {
	}

	/**
	 * A coupon; one with refusals does not fit.
	 *
	 * @param type VOUCHER or CASH_COUPON
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Coupon(UUID couponId, String type, Money faceValue, Money balance, Money usable, List<String> refusals,
			@Nullable String expiresAt) {
	}

}
