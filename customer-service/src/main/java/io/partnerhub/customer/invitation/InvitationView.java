package io.partnerhub.customer.invitation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.customer.privacy.PersonalField;
import io.partnerhub.customer.privacy.Reveal;
import io.partnerhub.platform.caller.Caller;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as the partner sees it; the token is in nobody's view, and who the
 * customer is stays masked unless revealed.
 *
 * @param reminder asks to remind the customer, while the link works (INV-04)
 * @param remindedAt when both sides were reminded of the end (INV-13)
 */
@Schema(name = "Invitation")
record InvitationView(UUID id, Channel channel, UUID preRegistrationId,
		@Schema(description = "Masked unless revealed", example = "云***") String customerName,
		@Schema(description = "Masked unless revealed", example = "l***@y***.example") String sentTo,
		AssociationType associationType, Language language, Invitation.State state, String invitedBy,
		@Nullable UUID accountManagerId, Instant invitedAt, Instant expiresAt, @Nullable String reminder,
		@Nullable Instant remindedAt, @Nullable Instant usedAt, @Nullable UUID customerId, @Nullable Evidence evidence,
		Delivery delivery, @Schema(allowableValues = {
				"RESEND", "CANCEL" }) List<String> allowedActions,
		@JsonIgnore boolean registered){

	/** What can be revealed of an invitation. */
	static final PersonalField[] PERSONAL = { PersonalField.CUSTOMER_NAME, PersonalField.SENT_TO, PersonalField.LOGIN,
			PersonalField.ADDRESS };

	/** With what the caller may see, may do now, and is asked to. */
	InvitationView as(Caller caller, long validDays, Reveal shown) {
		Reveal reveal = shown.in(this.accountManagerId);
		String request = (this.state == Invitation.State.SENT) ? Notice.reminder(validDays, this.language) : null;
		Evidence accepted = (this.evidence != null) ? this.evidence.shown(reveal) : null;
		return new InvitationView(this.id, this.channel, this.preRegistrationId,
				reveal.text(PersonalField.CUSTOMER_NAME, this.customerName),
				reveal.text(PersonalField.SENT_TO, this.sentTo), this.associationType, this.language, this.state,
				this.invitedBy, this.accountManagerId, this.invitedAt, this.expiresAt, request, this.remindedAt,
				this.usedAt, this.customerId, accepted, this.delivery,
				caller.may(Permission.DEVELOP_CUSTOMERS) ? actions() : List.of(), this.registered);
	}

	private List<String> actions() {
		return switch (this.state) {
			case SENT -> this.registered ? List.of("RESEND", "CANCEL") : List.of("CANCEL");
			case EXPIRED -> this.registered ? List.of("RESEND") : List.of();
			case USED, SUPERSEDED, REVOKED -> List.of();
		};
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
