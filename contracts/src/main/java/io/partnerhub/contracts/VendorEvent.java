package io.partnerhub.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What the vendor's own systems report over the broker. Whose customer it is about
 * billing-service knows; the record belongs to no tenant.
 */
public sealed interface VendorEvent extends Event {

	@Override
	default UUID partnerId() {
		return NO_TENANT;
	}

	/**
	 * A customer's order as it stands now, the same record as in the batches of
	 * {@code POST /api/v1/vendor/orders} (8.3). The version rises with each change; what
	 * is older than what is known changes nothing.
	 *
	 * @param amountAfterDiscount before coupons; the sum of the lines
	 * @param pendingPaymentEndTime 7 days after createTime, or 1 hour for hardware, if
	 * absent
	 * @param effectiveBy not payable after that time (ORD-12)
	 * @param payment of a paid order
	 */
	record OrderReported(UUID customerId, String orderId, long version, String status, String orderType, int sourceType,
			String serviceTypeCode, @Nullable String serviceTypeName, Amount officialAmount, Amount amountAfterDiscount,
			Instant createTime, @Nullable Instant pendingPaymentEndTime, @Nullable Instant effectiveBy,
			@Nullable String contractId, @Nullable String userName, @Nullable String region,
			@Nullable String baseOrderId, boolean hardware, @Nullable String failure, @Nullable OrderPayment payment,
			List<OrderLine> lines, List<SubOrder> subOrders, List<OrderDiscount> discounts,
			@Nullable Boolean specialVatInvoice) implements VendorEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/** How a customer paid at the vendor. */
	record OrderPayment(String method, @Nullable String provider, Amount cashAmount, Amount couponAmount,
			Instant paymentTime) {
	}

	/** One thing ordered. */
	record OrderLine(String lineId, @Nullable String subOrderId, String serviceTypeCode,
			@Nullable String serviceTypeName, String productId, @Nullable String productSpec,
			@Nullable String resourceType, @Nullable Integer periodType, @Nullable Integer periodNum, int quantity,
			Amount officialAmount, Amount amountAfterDiscount, @Nullable Instant effectiveTime,
			@Nullable Instant expireTime, boolean strictlySelected, boolean marketplace) {
	}

	/** An order that a combined one is made of. */
	record SubOrder(String orderId, String orderType, String serviceTypeCode, @Nullable String serviceTypeName,
			Amount officialAmount, Amount amountAfterDiscount) {
	}

	/** A discount, with what it takes off each line. */
	record OrderDiscount(String discountId, int type, @Nullable String value, int mode, @Nullable String ratio,
			List<LineDiscount> lines) {
	}

	/** What a discount takes off a line. */
	record LineDiscount(String lineId, Amount amount) {
	}

}
