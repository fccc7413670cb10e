package io.partnerhub.billing.refund;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A refund for front ends and the vendor (8.6).
 *
 * @param refundOrderId number of the order that unsubscribes or changes
 * @param orderId number of the order whose payment comes back, or of a part of it
 * @param amount what comes back of its money
 * @param couponAmount what its coupons get back
 * @param destination who gets the money, once it is decided
 * @param expectedBy the day on which it is there at the latest, UTC+8
 * @param approveBy until when a large unsubscription waits for an approval (ORD-16)
 * @param settleAt when it is settled, where partners settle by the month
 * @param reason why it was rejected, or did not go back the way it was paid
 */
@Schema(name = "OrderRefund")
record RefundView(UUID id, String reference, String refundOrderId, String orderId, UUID partnerId, UUID customerId,
		RefundCause cause, Refund.State state, Money amount, Money couponAmount, @Nullable Destination destination,
		@Nullable LocalDate expectedBy, @Nullable Instant approveBy, @Nullable Instant settleAt, Instant toldAt,
		@Nullable Instant finishedAt, @Nullable String reason, String serviceTypeCode,
		@Nullable String resourceTypeCode, @Nullable String regionCode, List<CouponView> coupons) {

	static RefundView of(Refund refund, List<CouponReturnStore.Row> coupons) {
		return new RefundView(refund.id(), refund.reference(), refund.refundOrder(), refund.baseOrder(),
				refund.realm().ownerPartnerId(), refund.customerId(), refund.cause(), refund.state(), refund.cash(),
				refund.coupons(), refund.destination(), refund.expectedBy(), refund.approveBy(), refund.settleAt(),
				refund.toldAt(), refund.finishedAt(), refund.reason(), refund.subject().serviceType(),
				refund.subject().resourceType(), refund.subject().region(),
				coupons.stream().map(CouponView::of).toList());
	}

	/**
	 * What a coupon gets back.
	 *
	 * @param state WAITING until the refund is settled, PENDING until coupon-service has
	 * answered, then RETURNED or REFUSED
	 * @param fate USABLE by the customer again, RECLAIMED by the quota, or void as
	 * EXPIRED (USE-07)
	 */
	@Schema(name = "OrderRefundCoupon")
	record CouponView(UUID couponId, Money amount, String state, @Nullable String fate, @Nullable String refusal) {

		static CouponView of(CouponReturnStore.Row row) {
			return new CouponView(row.couponId(), row.amount(), row.state(), row.fate(), row.refusal());
		}

	}

}
