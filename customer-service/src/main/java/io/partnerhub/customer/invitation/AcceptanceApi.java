package io.partnerhub.customer.invitation;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.association.Association;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.platform.caller.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
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
	@Operation(summary = "What stands behind the link of a mail, an off-line link or a QR code; needs no login",
			description = "404 INVITE_NOT_FOUND, 409 INVITE_EXPIRED or INVITE_USED once the link no longer works. The "
					+ "notice is in the language of the invitation unless told otherwise.")
	OfferView show(@PathVariable String token,
			@RequestParam(required = false) @Nullable @Pattern(regexp = "zh|en") String language) {
		Acceptances.Offered offered = this.acceptances.show(new InvitationToken(token));
		Offer offer = offered.offer();
		Language read = (language != null) ? Language.of(language) : offered.language();
		Invitation mail = (offer instanceof Invitation invitation) ? invitation : null;
		return new OfferView(offered.partnerName(), offer.channel(), offer.type(), Notice.invoiceIssuer(offer.type()),
				Notice.of(offer.type(), read), read, (mail != null) ? mail.expiresAt() : null,
				(mail != null) ? mail.state() : null);
	}

	@PostMapping("/api/v1/invitations/acceptances")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Accept an invitation and associate with its partner",
			description = "By a login that is no customer yet, or a customer without a partner. The notice must be ticked; "
					+ "language is the one it was read in. By an off-line link only accounts opened within the last 7 "
					+ "days, or pre-registered by the partner: else 409 CUSTOMER_TOO_OLD_FOR_OFFLINE. The link of a mail is for "
					+ "the account that was pre-registered, or for one that has the e-mail or mobile number invited, if "
					+ "any account is known to: else 409 INVITE_FOR_ANOTHER_ACCOUNT {partnerName}.")
	Accepted accept(@Valid @RequestBody New body, Caller caller, HttpServletRequest request) {
		Association link = this.acceptances.accept(caller, new InvitationToken(body.token()),
				new Consent(body.noticeVersion(), body.language(), Source.address(request)));
		return new Accepted(link.customerId(), link.epoch());
	}

	@Schema(name = "NewAcceptance")
	record New(@NotBlank @Size(max = 128) String token,
			@NotBlank @Size(max = 32) @Schema(example = Notice.VERSION) String noticeVersion,
			@NotNull @AssertTrue(message = "must be ticked") Boolean accepted, @Nullable Language language) {
	}

	/** Only a link in a mail has a state, and an end. */
	@Schema(name = "InvitationOffer")
	record OfferView(String partnerName, Channel channel, AssociationType associationType, @Schema(allowableValues = {
			"PARTNER", "VENDOR" }) String invoiceIssuer, Notice notice, Language language, @Nullable Instant expiresAt,
			Invitation.@Nullable State state){
	}

	@Schema(name = "Acceptance")
	record Accepted(UUID customerId, int epoch) {
	}

}
