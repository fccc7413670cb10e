package io.partnerhub.billing.order;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An order as lists show it: with its customer's name, the orders it is combined of, and
 * the latest request to pay it on his behalf.
 */
record Listed(Order order, @Nullable String customerName, @Nullable Request request, List<Order> parts) {

	Listed with(List<Order> parts) {
		return new Listed(this.order, this.customerName, this.request, parts);
	}

	/**
	 * A request to pay on behalf (8.3).
	 *
	 * @param reason why it was rejected or failed
	 */
	record Request(RequestState state, Instant requestedAt, @Nullable Instant decidedAt, @Nullable String decidedBy,
			@Nullable String reason) {
	}

}
