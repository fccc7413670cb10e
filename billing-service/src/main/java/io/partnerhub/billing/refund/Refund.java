package io.partnerhub.billing.refund;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A refund of a paid order (8.6): told by the vendor, approved if it is large, settled
 * once.
 *
 * @param orderId the order that was paid: the combined one for a part
 * @param baseOrder number of the order the vendor told
 * @param credit what of the cash was paid from the customer's credit
 * @param destination who gets the money, once it is decided
 * @param expectedBy when he has it at the latest
 * @param approveBy until when it waits for an approval (ORD-16)
 * @param settleAt when it is settled, where partners settle by the month
 * @param reason why it was rejected, or did not find its way back
 */
record Refund(UUID id, Realm realm, String reference, String refundOrder, UUID orderId, String baseOrder,
		UUID customerId, RefundCause cause, Money cash, Money credit, Money coupons, ToldRefund.Subject subject,
		State state, @Nullable Destination destination, @Nullable LocalDate expectedBy, @Nullable Instant approveBy,
		@Nullable Instant settleAt, Instant toldAt, @Nullable Instant finishedAt, @Nullable String reason) {

	/** Whether the vendor tells the same again. */
	boolean isToldBy(ToldRefund told, Map<UUID, Money> parts) {
		return this.refundOrder.equalsIgnoreCase(told.refundOrder()) && this.baseOrder.equalsIgnoreCase(told.order())
				&& this.cause == told.cause() && this.cash.equals(told.cash()) && parts.equals(told.coupons());
	}

	/** How far it is. */
	enum State {

		AWAITING_APPROVAL, SCHEDULED, AT_PROVIDER, DONE, REJECTED

	}

}
