package io.partnerhub.customer.invitation;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.association.Association;
import io.partnerhub.platform.caller.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The invited customer's side of an invitation. */
@RestController
@Tag(name = "Invitations")
class AcceptanceApi {

	private final Acceptances acceptances;

	AcceptanceApi(Acceptances acceptances) {
		this.acceptances = acceptances;
	}

	@GetMapping("/api/v1/invitations/by-token/{token}")
	@Operation(summary = "What stands behind an invitation's link; needs no login",
			description = "404 INVITE_NOT_FOUND, 409 INVITE_EXPIRED or INVITE_USED once the link no longer works.")
	OfferView show(@PathVariable String token) {
		Acceptances.Offer offer = this.acceptances.show(new InvitationToken(token));
		Invitation invitation = offer.invitation();
		return new OfferView(offer.partnerName(), invitation.type(), Notice.invoiceIssuer(invitation.type()),
				Notice.of(invitation.type(), invitation.language()), invitation.expiresAt(), invitation.state());
	}

	@PostMapping("/api/v1/invitations/acceptances")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Accept an invitation and associate with its partner",
			description = "By a login that is no customer yet, or a customer without a partner.")
	Accepted accept(@Valid @RequestBody New body, Caller caller, HttpServletRequest request) {
		Association link = this.acceptances.accept(caller, new InvitationToken(body.token()),
				new Acceptances.Consent(body.noticeVersion(), address(request)));
		return new Accepted(link.customerId(), link.epoch());
	}

	/** The address the gateway saw. */
	private static String address(HttpServletRequest request) {
		String forwarded = request.getHeader("X-Forwarded-For");
		String address = (forwarded != null) ? forwarded.split(",", 2)[0].strip() : request.getRemoteAddr();
		return address.substring(0, Math.min(address.length(), 64));
	}

	@Schema(name = "NewAcceptance")
	record New(@NotBlank @Size(max = 128) String token,
			@NotBlank @Size(max = 32) @Schema(example = Notice.VERSION) String noticeVersion,
			@NotNull @AssertTrue(message = "must be ticked") Boolean accepted) {
	}

	@Schema(name = "InvitationOffer")
	record OfferView(String partnerName, AssociationType associationType, @Schema(allowableValues = {
			"PARTNER", "VENDOR" }) String invoiceIssuer, Notice notice, Instant expiresAt, Invitation.State state){
	}

	@Schema(name = "Acceptance")
	record Accepted(UUID customerId, int epoch) {
	}

}
