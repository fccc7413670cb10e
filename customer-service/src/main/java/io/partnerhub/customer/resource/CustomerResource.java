package io.partnerhub.customer.resource;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A resource of a customer as the vendor knew it at {@code asOf} (ORD-21).
 *
 * @param id of the row; pages follow it
 * @param resourceId the vendor's
 * @param orderId the order it was subscribed by
 * @param expiresAt end of a subscription; what is paid by use has none
 */
record CustomerResource(UUID id, String resourceId, UUID customerId, ChargingMode chargingMode, State state,
		String serviceTypeCode, @Nullable String resourceTypeCode, String regionCode, @Nullable String resourceName,
		@Nullable String specification, @Nullable String orderId, Instant effectiveAt, @Nullable Instant expiresAt,
		Instant asOf) {

	/** Whether it can be used: a frozen one waits for money, a released one is gone. */
	enum State {

		IN_USE, FROZEN, EXPIRED, RELEASED

	}

}
