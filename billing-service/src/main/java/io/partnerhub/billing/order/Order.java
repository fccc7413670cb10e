package io.partnerhub.billing.order;

import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import org.jspecify.annotations.Nullable;

/**
 * A customer's order of a subscription (8.3).
 *
 * @param number its number at the vendor
 * @param realm the partner whose customer placed it
 * @param combinedId the combined order it is a part of (ORD-14)
 * @param epoch of the link under which it was placed
 * @param version of the vendor's news; older news changes nothing
 * @param requestId the latest request to pay it on the customer's behalf
 */
public record Order(UUID id, Realm realm, String number, @Nullable UUID combinedId, UUID customerId, int epoch,
		OrderFacts facts, OrderStatus status, long version, @Nullable Canceller cancelledBy, @Nullable UUID requestId,
		@Nullable Paid paid) {

	public boolean isPending() {
		return this.status == OrderStatus.PENDING_PAYMENT;
	}

	/** The order that is paid: a part is paid with the order it is a part of (ORD-14). */
	public UUID wholeId() {
		return (this.combinedId != null) ? this.combinedId : this.id;
	}

	public boolean isPart() {
		return this.combinedId != null;
	}

}
