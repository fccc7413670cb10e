package io.partnerhub.customer.invitation;

import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import org.jspecify.annotations.Nullable;

/** Which invitations a list shows; an absent filter takes all. */
record InvitationFilter(@Nullable UUID preRegistrationId, Invitation.@Nullable State state,
		@Nullable AssociationType associationType) {
}
