package io.partnerhub.coupon.operation;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Work that takes longer than a request: how far it is, and for whom it is done.
 *
 * @param dryRun tells what would happen and changes nothing
 * @param request what is to be done, JSON in the words of its kind
 * @param operator who asked for it; stands in the records it writes
 * @param memberId the person who asked, absent for an access key
 * @param total how many items there are, absent until they are counted
 * @param done how many are through, whatever became of them
 * @param succeeded how many of them went well
 * @param amount what the succeeded ones are worth
 * @param position where the next chunk begins, for kinds that go through a list
 * @param parts how many parts of a file are written
 */
public record LongOperation(UUID id, UUID partnerId, UUID ownerPartnerId, Kind kind, State state, boolean dryRun,
		String request, String operator, @Nullable UUID memberId, @Nullable Integer total, int done, int succeeded,
		Money amount, @Nullable UUID position, int parts, Instant createdAt, @Nullable Instant finishedAt) {

	public int failed() {
		return this.done - this.succeeded;
	}

	/** What is done. */
	public enum Kind {

		/** Vouchers of a file are issued, row by row. */
		VOUCHER_ISSUE,
		/** Operation records are written into a file. */
		RECORD_EXPORT

	}

	/** From RUNNING to one of the others; a file that is kept no longer is EXPIRED. */
	public enum State {

		RUNNING, DONE, CANCELLED, FAILED, EXPIRED

	}

}
