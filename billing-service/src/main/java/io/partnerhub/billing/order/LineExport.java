package io.partnerhub.billing.order;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import org.jspecify.annotations.Nullable;

/**
 * A file of order lines (ORD-04, X-04): who asked for it, what he sees, and how far it
 * is.
 *
 * @param realm of who asked; the lines may be those of a reseller's customers
 * @param total how many lines there were when it was asked for
 * @param position the last line written
 */
record LineExport(UUID id, Realm realm, OrderSight sight, LineFilter filter, boolean chinese, String operator,
		State state, int total, int done, int parts, @Nullable UUID position, Instant createdAt,
		@Nullable Instant finishedAt) {

	LineExport expired() {
		return new LineExport(this.id, this.realm, this.sight, this.filter, this.chinese, this.operator, State.EXPIRED,
				this.total, this.done, this.parts, this.position, this.createdAt, this.finishedAt);
	}

	/** From RUNNING to DONE; a file that is kept no longer is EXPIRED. */
	enum State {

		RUNNING, DONE, EXPIRED

	}

}
