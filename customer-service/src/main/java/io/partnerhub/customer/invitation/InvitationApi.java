package io.partnerhub.customer.invitation;

import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.customer.invitation.Invitations.Wish;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

	InvitationApi(Invitations invitations) {
		this.invitations = invitations;
	}

	@PostMapping("/api/v1/invitations")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Invite a pre-registered customer by mail", description = "The link works once, for 7 days.")
	InvitationView invite(@Valid @RequestBody New body, Caller caller) {
		return this.invitations.invite(caller, body.wish());
	}

	@PostMapping("/api/v1/invitations/preview")
	@Operation(summary = "The mail as it would be sent",
			description = "Equal to the mail but for the token, in whose place " + InvitationMail.TOKEN_PLACEHOLDER
					+ " stands.")
	InvitationMail preview(@Valid @RequestBody New body, Caller caller) {
		return this.invitations.preview(caller, body.wish());
	}

	@GetMapping("/api/v1/invitations")
	@Operation(summary = "Invitations, newest first, with the delivery of their mail")
	Page<InvitationView> list(@RequestParam(required = false) @Nullable UUID preRegistrationId, PageQuery page,
			Caller caller) {
		caller.require(Permission.VIEW_CUSTOMERS);
		return this.invitations.list(caller, preRegistrationId, page);
	}

	@GetMapping("/api/v1/invitations/{id}")
	@Operation(summary = "An invitation with the delivery of its mail")
	InvitationView get(@PathVariable UUID id, Caller caller) {
		caller.require(Permission.VIEW_CUSTOMERS);
		return this.invitations.get(caller, id);
	}

	@DeleteMapping("/api/v1/pre-registrations/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete a pre-registration; its open invitation stops working")
	void withdraw(@PathVariable UUID id, Caller caller) {
		this.invitations.withdraw(caller, id);
	}

	/** Chinese unless told otherwise. */
	@Schema(name = "NewInvitation")
	record New(@NotNull UUID preRegistrationId, @NotNull AssociationType associationType, @Nullable Language language) {

		Wish wish() {
			return new Wish(this.preRegistrationId, this.associationType,
					(this.language != null) ? this.language : Language.ZH);
		}

	}

}
