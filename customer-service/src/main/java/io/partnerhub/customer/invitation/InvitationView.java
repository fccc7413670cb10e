package io.partnerhub.customer.invitation;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An invitation as the partner sees it; the token is in nobody's view. */
@Schema(name = "Invitation")
record InvitationView(UUID id, UUID preRegistrationId, String customerName, String sentTo,
		AssociationType associationType, Language language, Invitation.State state, String invitedBy,
		@Nullable UUID accountManagerId, Instant invitedAt, Instant expiresAt, @Nullable Instant usedAt,
		@Nullable UUID customerId, Delivery delivery) {

	static InvitationView of(Invitation invitation, Instant now, String customerName, String sentTo, String invitedBy,
			@Nullable Instant usedAt, @Nullable UUID customerId, Delivery delivery) {
		boolean over = invitation.state() == Invitation.State.SENT && !now.isBefore(invitation.expiresAt());
		return new InvitationView(invitation.id(), invitation.preRegistrationId(), customerName, sentTo,
				invitation.type(), invitation.language(), over ? Invitation.State.EXPIRED : invitation.state(),
				invitedBy, invitation.accountManagerId(), invitation.invitedAt(), invitation.expiresAt(), usedAt,
				customerId, delivery);
	}

	/**
	 * What became of the mail.
	 *
	 * @param state QUEUED, RETRYING after a failure, SENT, or GIVEN_UP when the link
	 * expired
	 */
	@Schema(name = "MailDelivery")
	record Delivery(String state, int attempts, @Nullable String lastFailure, @Nullable Instant sentAt) {

		static Delivery of(String state, int attempts, @Nullable String lastFailure, @Nullable Instant sentAt) {
			boolean retrying = state.equals("QUEUED") && attempts > 0;
			return new Delivery(retrying ? "RETRYING" : state, attempts, lastFailure, sentAt);
		}

	}

}
