package io.partnerhub.billing.payonbehalf;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.partnerhub.billing.order.Paid;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.CommandKey;
import io.partnerhub.platform.idempotency.KeepsItsAnswer;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.web.Wire;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** What a customer's key does with his unpaid orders, in the vendor's words. */
@RestController
@Tag(name = "Vendor-compatible API")
class PaymentOpenApi {

	private static final int VOUCHER = 1;

	private static final int CASH_COUPON = 4;

	private final OrderPayments payments;

	private final PayRequests requests;

	private final OfferedCoupons offered;

	PaymentOpenApi(OrderPayments payments, PayRequests requests, OfferedCoupons offered) {
		this.payments = payments;
		this.requests = requests;
		this.offered = offered;
	}

	@GetMapping("/v2/orders/customer-orders/order-coupons")
	@Operation(summary = "ListOrderCouponsByOrderId",
			description = "Those that can be used alone. 400 CBC.30000010 for an order that is not the customer's, CBC.99003106 or "
					+ "CBC.99003110 for one that cannot be paid any more, CBC.99000089 for a part of a combined one.")
	Coupons coupons(Caller caller, @RequestParam("order_id") String orderId) {
		caller.require(Caller.Kind.CUSTOMER);
		CouponQuestions.Offer offer = this.offered.of(caller, orderId);
		List<WireCoupon> fitting = offer.coupons()
			.stream()
			.filter((coupon) -> coupon.refusals().isEmpty())
			.map(WireCoupon::of)
			.toList();
		return new Coupons(fitting.size(), fitting,
				List.of(new Most(VOUCHER, 0, 1), new Most(CASH_COUPON, 0, offer.couponsPerPayment())));
	}

	@PostMapping("/v3/orders/customer-orders/pay")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@KeepsItsAnswer
	@Operation(summary = "PayOrders",
			description = "All or nothing. 400 CBC.30000010: no such order of the customer; CBC.99003106: it does not wait for a "
					+ "payment, has changed meanwhile (ORDER_CHANGED), cannot be provided, or the customer can buy nothing at "
					+ "present; CBC.99003110: the time to pay is over; CBC.99005003: the balance is too small; CBC.99008040: "
					+ "another payment of it is under way; CBC.99003108: the discount, CBC.99003112: a coupon cannot be used; "
					+ "CBC.99000089: a part of a combined order.")
	void pay(Caller caller, @Nullable CommandKey key, @Valid @RequestBody Payment payment) {
		caller.require(Caller.Kind.CUSTOMER);
		this.payments.pay(new PayWish(caller, Paid.By.CUSTOMER, payment.orderId(), payment.coupons(),
				payment.discount(), null, null, key));
	}

	@PutMapping("/v2/orders/customer-orders/cancel")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "CancelCustomerOrder",
			description = "400 CBC.30000010: no such order of the customer; CBC.99005010: its state does not allow it; "
					+ "CBC.99000089: a part of a combined order.")
	void cancel(Caller caller, @Valid @RequestBody Cancellation cancellation) {
		caller.require(Caller.Kind.CUSTOMER);
		try {
			this.requests.cancel(caller, cancellation.orderId());
		}
		catch (Problem refusal) {
			throw refusal.code().equals("ORDER_NOT_PENDING") || refusal.code().equals("ORDER_EXPIRED")
					? Problem.conflict("ORDER_NOT_CANCELLABLE", refusal.detail()) : refusal;
		}
	}

	/** The request of PayOrders; what is not used is ignored. */
	@JsonNaming(SnakeCaseStrategy.class)
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Payment(@NotBlank @Size(max = 64) String orderId,
			@NotNull @Pattern(regexp = "YES|NO", message = "is YES or NO") String useCoupon,
			@NotNull @Pattern(regexp = "YES|NO", message = "is YES or NO") String useDiscount,
			@Nullable @Size(max = 3) List<@NotNull @Valid Used> couponInfos,
			@Nullable @Size(max = 1) List<@NotNull @Valid Used> discountInfos) {

		List<UUID> coupons() {
			if (!this.useCoupon.equals("YES")) {
				return List.of();
			}
			if (this.couponInfos == null || this.couponInfos.isEmpty()) {
				throw Problem.invalid("/coupon_infos", "REQUIRED", "must be given with use_coupon YES");
			}
			return this.couponInfos.stream().map(Used::coupon).distinct().toList();
		}

		@Nullable String discount() {
			if (!this.useDiscount.equals("YES")) {
				return null;
			}
			if (this.discountInfos == null || this.discountInfos.isEmpty()) {
				throw Problem.invalid("/discount_infos", "REQUIRED", "must be given with use_discount YES");
			}
			return this.discountInfos.getFirst().id();
		}

	}

	/** CouponSimpleInfoOrderPayV3 and DiscountSimpleInfoV3 of the vendor. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Used(@NotBlank @Size(max = 64) String id, @NotNull Integer type) {

		UUID coupon() {
			return Ids.parse(this.id)
				.orElseThrow(() -> Problem.conflict("COUPON_NOT_FOUND", "There is no such coupon."));
		}

	}

	/** The request of CancelCustomerOrder. */
	@JsonNaming(SnakeCaseStrategy.class)
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Cancellation(@NotBlank @Size(max = 64) String orderId) {
	}

	/** The answer of ListOrderCouponsByOrderId. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Coupons(int count, List<WireCoupon> userCoupons, List<Most> couponMaxUseQuantity) {
	}

	/** CouponMaxUseQuantity of the vendor. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Most(int couponType, int couponGroup, int useQuantityValue) {
	}

	/** CouponInfoV2 of the vendor, for a coupon that can be used. */
	@JsonNaming(SnakeCaseStrategy.class)
	record WireCoupon(String couponId, String couponCode, int status, int couponType, int measureId,
			BigDecimal faceValue, @Nullable String expireTime, BigDecimal balance, int couponGroup) {

		static WireCoupon of(CouponQuestions.Coupon coupon) {
			String id = coupon.couponId().toString();
			return new WireCoupon(id, id, 2, coupon.type().equals("VOUCHER") ? VOUCHER : CASH_COUPON, 1,
					coupon.faceValue().decimal(), seconds(coupon.expiresAt()), coupon.balance().decimal(), 0);
		}

		private static @Nullable String seconds(@Nullable String time) {
			return (time != null) ? Wire.time(Instant.parse(time)) : null;
		}

	}

}
