package io.partnerhub.customer.relation;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.CustomerEvent.Side;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A request to end a link (DIS-01): one side asks, the other answers, and only a consent
 * ends it.
 */
public record Request(UUID id, UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch, Side initiator,
		String reason, Instant requestedAt, State state, @Nullable String answer, @Nullable Instant decidedAt,
		@Nullable Instant doneAt, long version) {

	/** The first answer decides; whoever comes later learns what became of it. */
	Request pending() {
		if (this.state != State.PENDING) {
			throw Problem.conflict("DISASSOCIATION_NOT_PENDING", "This request has been answered already.")
				.with("state", this.state);
		}
		return this;
	}

	/** The other side answers (DIS-01). */
	void answeredBy(Side side) {
		if (side == this.initiator) {
			throw Problem.forbidden("OTHER_SIDE_ONLY", "The other side has to answer this request.");
		}
	}

	/** The requester may withdraw while nobody has answered (DIS-08). */
	void withdrawnBy(Side side) {
		if (side != this.initiator) {
			throw Problem.forbidden("REQUESTER_ONLY", "Only the side that asked may withdraw its request.");
		}
	}

	/** States of a request (4.4); EXECUTING waits for the other services. */
	public enum State {

		/** 待处理. */
		PENDING,
		/** 同意, and the link is over. */
		EXECUTING,
		/** Everything is settled. */
		DONE,
		/** 驳回. */
		REJECTED,
		/** Withdrawn by the requester. */
		CANCELLED

	}

}
