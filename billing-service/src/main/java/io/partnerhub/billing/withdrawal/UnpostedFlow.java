package io.partnerhub.billing.withdrawal;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A movement of money that is known but not booked yet (未入账, WDR-16).
 *
 * @param reference the vendor's own id of it
 * @param postedAt when it was booked or dropped; then it counts no more
 */
record UnpostedFlow(UUID id, String reference, Realm realm, Kind kind, Money amount, Instant at,
		@Nullable Instant postedAt) {

	boolean sameAs(UnpostedFlow other) {
		return this.realm.equals(other.realm) && this.kind == other.kind && this.amount.equals(other.amount);
	}

	/**
	 * What it is: a charge metered and not settled, a top-up not claimed, a refund on its
	 * way.
	 */
	enum Kind {

		METERED_CHARGE, UNCLAIMED_TOP_UP, REFUND_IN_TRANSIT

	}

}
