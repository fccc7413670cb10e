package io.partnerhub.customer.relation;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.Side;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A request about a link (DIS-01): one side asks, the other answers in time (DIS-07), and
 * only a consent ends the link.
 *
 * @param ownerPartnerId the partner who has the customer
 * @param epoch the link it is about
 * @param fromType model of that link
 * @param toType model it is to get, for a switch
 * @param toPartnerId who is to get the customer, for a transfer
 * @param answerBy an answer counts before this moment
 */
public record Request(UUID id, RequestKind kind, UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch,
		Side initiator, AssociationType fromType, @Nullable AssociationType toType, @Nullable UUID toPartnerId,
		String reason, Instant requestedAt, Instant answerBy, State state, @Nullable String answer,
		@Nullable Instant decidedAt, @Nullable Instant doneAt, long version) {

	/** What is left unanswered is over by itself, even before anybody notes it. */
	State stateAt(Instant now) {
		return overdueAt(now) ? State.CANCELLED : this.state;
	}

	boolean overdueAt(Instant now) {
		return this.state == State.PENDING && !now.isBefore(this.answerBy);
	}

	/** The first answer decides; whoever comes later learns what became of it. */
	Request pendingAt(Instant now) {
		if (stateAt(now) != State.PENDING) {
			throw Problem.conflict("DISASSOCIATION_NOT_PENDING", "This request is answered or over already.")
				.with("state", stateAt(now));
		}
		return this;
	}

	/** The other side answers (DIS-01). */
	void answeredBy(Actor actor) {
		if (actor.side() == this.initiator) {
			throw Problem.forbidden("OTHER_SIDE_ONLY", "The other side has to answer this request.");
		}
	}

	/** The requester may withdraw while nobody has answered (DIS-08). */
	void withdrawnBy(Actor actor) {
		if (!actor.id().equals(requester())) {
			throw Problem.forbidden("REQUESTER_ONLY", "Only the side that asked may withdraw its request.");
		}
	}

	/**
	 * Who asked: of a transfer the distributor, whoever of its tenant has the customer.
	 */
	UUID requester() {
		if (this.initiator == Side.CUSTOMER) {
			return this.customerId;
		}
		return (this.kind == RequestKind.TRANSFER) ? this.partnerId : this.ownerPartnerId;
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
		/** Withdrawn by the requester, or left unanswered. */
		CANCELLED

	}

}
