package io.partnerhub.billing.appropriation;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A file of adjust records (ADJ-09, X-04): who asked for it, what it holds, and how far
 * it is.
 *
 * @param ownerPartnerId who asked; the records may be a reseller's of his
 * @param total how many records there will be
 * @param position the last record written
 */
record AdjustExport(UUID id, UUID partnerId, UUID ownerPartnerId, AdjustFilter filter, boolean chinese, String operator,
		State state, int total, int done, int parts, @Nullable UUID position, Instant createdAt,
		@Nullable Instant finishedAt) {

	/** From RUNNING to DONE; a file that is kept no longer is EXPIRED. */
	enum State {

		RUNNING, DONE, EXPIRED

	}

}
