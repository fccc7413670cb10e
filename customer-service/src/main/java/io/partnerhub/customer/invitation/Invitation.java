package io.partnerhub.customer.invitation;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An invitation by mail: its link works once (INV-08), before {@code expiresAt} and not
 * at it (INV-04).
 */
record Invitation(UUID id, UUID partnerId, UUID ownerPartnerId, UUID preRegistrationId, @Nullable UUID accountManagerId,
		@Nullable UUID creatorId, AssociationType type, Language language, State state, Instant invitedAt,
		Instant expiresAt) implements Offer {

	@Override
	public Channel channel() {
		return Channel.ONLINE_EMAIL;
	}

	@Override
	public Language languageOr(Language usual) {
		return this.language;
	}

	@Override
	public Invitation usable(Instant now) {
		replaceable();
		if (this.state == State.EXPIRED || !now.isBefore(this.expiresAt)) {
			throw expired(State.EXPIRED, "The validity of this invitation is over; ask the partner for a new one.");
		}
		return this;
	}

	/** A new mail may follow an open invitation, and one whose time is over (INV-04). */
	Invitation replaceable() {
		if (this.state == State.USED) {
			throw Offer.used().with("state", this.state);
		}
		if (this.state == State.SUPERSEDED) {
			throw expired(this.state, "A newer invitation has replaced this one; use the link in the latest mail.");
		}
		if (this.state == State.REVOKED) {
			throw expired(this.state, "The partner has withdrawn this invitation.");
		}
		return this;
	}

	private Problem expired(State present, String detail) {
		return Problem.conflict("INVITE_EXPIRED", detail).with("state", present).with("expiresAt", this.expiresAt);
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
		/** Taken back by the partner, or with its pre-registration (PRE-07). */
		REVOKED

	}

}
