package io.partnerhub.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * What billing-service announces about customers' orders and about paying them on a
 * customer's behalf (代付). The key is the customer.
 */
public sealed interface OrderEvent extends Event {

	UUID customerId();

	@Override
	default UUID key() {
		return customerId();
	}

	/**
	 * A customer asked his partner to pay (ORD-05).
	 *
	 * @param payBefore when the order is cancelled unless it is paid (ORD-13)
	 */
	record PayOnBehalfRequested(UUID partnerId, UUID ownerPartnerId, UUID customerId, String orderId, UUID requestId,
			Amount amount, Instant payBefore) implements OrderEvent {
	}

	/**
	 * The partner paid (ORD-09).
	 *
	 * @param amount what it paid in money
	 * @param couponAmount what the customer's coupons paid
	 */
	record OrderPaidOnBehalf(UUID partnerId, UUID ownerPartnerId, UUID customerId, String orderId, UUID requestId,
			Amount amount, Amount couponAmount, Instant paidAt) implements OrderEvent {
	}

	/** The partner refused to pay (ORD-11); the customer can still pay himself. */
	record PayOnBehalfRejected(UUID partnerId, UUID ownerPartnerId, UUID customerId, String orderId, UUID requestId,
			String reason) implements OrderEvent {
	}

	/** An unpaid order ended (ORD-10, ORD-13). */
	record OrderCancelled(UUID partnerId, UUID ownerPartnerId, UUID customerId, String orderId,
			Canceller canceller) implements OrderEvent {
	}

	/**
	 * Money of a paid order came back (8.6), where the matrix says.
	 *
	 * @param toAccount CUSTOMER_ACCOUNT, ORIGINAL_ROUTE or PARTNER_ACCOUNT
	 * @param amount in money
	 * @param couponAmount what coupons get back besides
	 */
	record OrderRefunded(UUID partnerId, UUID ownerPartnerId, UUID customerId, String orderId, UUID refundId,
			String toAccount, Amount amount, Amount couponAmount) implements OrderEvent {
	}

	/** Who or what cancelled an order. */
	enum Canceller {

		CUSTOMER, TIMEOUT, VENDOR

	}

}
