package io.partnerhub.customer.invitation;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An invitation by mail: its link works once (INV-08), before {@code expiresAt} and not
 * at it (INV-04).
 */
record Invitation(UUID id, UUID partnerId, UUID ownerPartnerId, UUID preRegistrationId, @Nullable UUID accountManagerId,
		AssociationType type, Language language, State state, Instant invitedAt, Instant expiresAt) {

	/** Refuses a link that no longer works. */
	Invitation usable(Instant now) {
		if (this.state == State.USED) {
			throw Problem.conflict("INVITE_USED", "This invitation has been accepted already.");
		}
		if (this.state == State.SUPERSEDED) {
			throw expired("A newer invitation has replaced this one; use the link in the latest mail.");
		}
		if (this.state == State.REVOKED) {
			throw expired("The partner has withdrawn this invitation.");
		}
		if (this.state == State.EXPIRED || !now.isBefore(this.expiresAt)) {
			throw expired("The validity of this invitation is over; ask the partner for a new one.");
		}
		return this;
	}

	private Problem expired(String detail) {
		return Problem.conflict("INVITE_EXPIRED", detail).with("expiresAt", this.expiresAt);
	}

	/** States of an invitation (4.4). */
	enum State {

		/** 已邀请. */
		SENT,
		/** 已关联. */
		USED,
		/** 已失效. */
		EXPIRED,
		/** A newer mail replaced it. */
		SUPERSEDED,
		/** Its pre-registration was deleted (PRE-07). */
		REVOKED

	}

}
