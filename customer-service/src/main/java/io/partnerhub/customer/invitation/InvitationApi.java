package io.partnerhub.customer.invitation;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.customer.invitation.Invitations.Wish;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.customer.privacy.Reveal;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invitations for the partner's front end (线上邀请). */
@RestController
@Tag(name = "Invitations")
class InvitationApi {

	private final Invitations invitations;

	private final InvitationBatches batches;

	InvitationApi(Invitations invitations, InvitationBatches batches) {
		this.invitations = invitations;
		this.batches = batches;
	}

	@PostMapping("/api/v1/invitations")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Invite a pre-registered customer by mail", description = "The link works once, for 7 days.")
	InvitationView invite(@Valid @RequestBody New body, Caller caller) {
		return this.invitations.invite(caller, body.wish());
	}

	@PostMapping("/api/v1/invitations/batches")
	@Operation(summary = "Invite up to 100 pre-registered customers by mail",
			description = "Each is answered with his invitation, or with the code and reason why he was not invited.")
	Answers invite(@Valid @RequestBody Batch body, Caller caller) {
		if (Set.copyOf(body.preRegistrationIds()).size() < body.preRegistrationIds().size()) {
			throw Problem.invalid("/preRegistrationIds", "REPEATED", "Name every pre-registration once.");
		}
		return new Answers(
				this.batches.invite(caller, body.preRegistrationIds(), body.associationType(), body.language()));
	}

	@PostMapping("/api/v1/invitations/{id}/resending")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Send a new mail in place of an open or expired invitation, delivered or not",
			description = "The new link works for 7 days, the one before no longer. 409 INVITE_USED or INVITE_EXPIRED "
					+ "with the present state if there is nothing to replace, INVITE_NOT_PREREGISTERED once the "
					+ "customer is no longer pre-registered.")
	InvitationView resend(@PathVariable UUID id, Caller caller) {
		return this.invitations.resend(caller, id);
	}

	@PostMapping("/api/v1/invitations/{id}/cancellation")
	@Operation(summary = "Take an open invitation back",
			description = "409 INVITE_USED or INVITE_EXPIRED with the present state if it is open no longer.")
	InvitationView cancel(@PathVariable UUID id, Caller caller) {
		return this.invitations.cancel(caller, id);
	}

	@PostMapping("/api/v1/invitations/preview")
	@Operation(summary = "The mail as it would be sent",
			description = "Equal to the mail but for the token, in whose place " + InvitationMail.TOKEN_PLACEHOLDER
					+ " stands, names in clear; with who issues the invoices and how long the link works.")
	Invitations.Preview preview(@Valid @RequestBody New body, Caller caller) {
		return this.invitations.preview(caller, body.wish());
	}

	@GetMapping("/api/v1/invitations")
	@Operation(summary = "Invitations, newest first, with the delivery of their mail",
			description = "Personal columns are masked unless named in reveal (customerName, sentTo, and login and address "
					+ "of the evidence), which needs the permission REVEAL_PERSONAL_DATA and is recorded.")
	Page<InvitationView> list(@RequestParam(required = false) @Nullable UUID preRegistrationId,
			@RequestParam(required = false) Invitation.@Nullable State state,
			@RequestParam(required = false) @Nullable AssociationType associationType,
			@RequestParam(required = false) @Nullable @Size(max = 128) String reveal, PageQuery page, Caller caller) {
		caller.require(Permission.VIEW_CUSTOMERS);
		return this.invitations.list(caller, new InvitationFilter(preRegistrationId, state, associationType),
				Reveal.of(reveal, InvitationView.PERSONAL), page);
	}

	@GetMapping("/api/v1/invitations/{id}")
	@Operation(summary = "An invitation with the delivery of its mail",
			description = "Personal columns are masked unless named in reveal, as in the list.")
	InvitationView get(@PathVariable UUID id, @RequestParam(required = false) @Nullable @Size(max = 128) String reveal,
			Caller caller) {
		caller.require(Permission.VIEW_CUSTOMERS);
		return this.invitations.get(caller, id, Reveal.of(reveal, InvitationView.PERSONAL));
	}

	@DeleteMapping("/api/v1/pre-registrations/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete a pre-registration; its open invitation stops working")
	void withdraw(@PathVariable UUID id, Caller caller) {
		this.invitations.withdraw(caller, id);
	}

	/** In the language of the partner's mails unless told otherwise. */
	@Schema(name = "NewInvitation")
	record New(@NotNull UUID preRegistrationId, @NotNull AssociationType associationType, @Nullable Language language) {

		Wish wish() {
			return new Wish(this.preRegistrationId, this.associationType, this.language);
		}

	}

	/** In the language of the partner's mails unless told otherwise. */
	@Schema(name = "NewInvitationBatch")
	record Batch(@NotEmpty @Size(max = 100) List<@NotNull UUID> preRegistrationIds,
			@NotNull AssociationType associationType, @Nullable Language language) {
	}

	@Schema(name = "InvitationBatch")
	record Answers(List<InvitationBatches.Invited> items) {
	}

}
