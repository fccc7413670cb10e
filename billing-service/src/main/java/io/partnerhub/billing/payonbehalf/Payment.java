package io.partnerhub.billing.payonbehalf;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.order.Paid;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to pay an order. With coupons it takes steps over two services: OPEN until
 * the money moved (PAID), SETTLED once the coupons are used, too; one that is given up is
 * RELEASING its coupons, then FAILED.
 *
 * @param requestId the request it answers, for the partner's
 * @param payable the order's amount less the chosen discount
 * @param reservationId the coupons' reservation, once it is known
 * @param failure why it was given up
 */
record Payment(UUID id, Realm realm, UUID orderId, UUID customerId, @Nullable UUID requestId, Paid.By payer,
		Paid.With method, @Nullable String provider, State state, Money payable, @Nullable String discountId,
		List<UUID> coupons, @Nullable UUID reservationId, @Nullable String failure, String operator,
		Instant startedAt) {

	/** How far it is. */
	enum State {

		OPEN, RELEASING, FAILED, PAID, SETTLED

	}

}
