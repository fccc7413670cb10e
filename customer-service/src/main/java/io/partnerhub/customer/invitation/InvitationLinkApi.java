package io.partnerhub.customer.invitation;

import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.idempotency.ShownOnce;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Off-line links and QR codes (线下拓展 > 通用邀请链接). */
@RestController
@Tag(name = "Invitation links")
class InvitationLinkApi {

	private static final String SVG = "image/svg+xml";

	private final InvitationLinks links;

	InvitationLinkApi(InvitationLinks links) {
		this.links = links;
	}

	@PostMapping("/api/v1/invitation-links")
	@ShownOnce("link")
	@Operation(summary = "An off-line link or QR code of the caller, for one association type",
			description = "201 if it is new, 200 with the one the caller has already. It never expires and carries the "
					+ "caller's login name; who comes by an account manager's belongs to him.")
	ResponseEntity<InvitationLinkView> create(@Valid @RequestBody New body, Caller caller) {
		if (body.channel() == Channel.ONLINE_EMAIL) {
			throw Problem.invalid("/channel", "WRONG_VALUE", "OFFLINE_LINK or OFFLINE_QR.");
		}
		InvitationLinks.Made made = this.links.create(caller, body.associationType(), body.channel());
		return ResponseEntity.status(made.isNew() ? HttpStatus.CREATED : HttpStatus.OK).body(made.link());
	}

	@GetMapping("/api/v1/invitation-links")
	@Operation(summary = "Off-line links and QR codes, newest first",
			description = "An account manager sees his own, a supervisor those of the team, others all.")
	Page<InvitationLinkView> list(@RequestParam(required = false) @Nullable AssociationType associationType,
			@RequestParam(required = false) @Nullable Channel channel, PageQuery page, Caller caller) {
		return this.links.list(caller, associationType, channel, page);
	}

	@GetMapping("/api/v1/invitation-links/{id}")
	@Operation(summary = "An off-line link or QR code")
	InvitationLinkView get(@PathVariable UUID id, Caller caller) {
		return this.links.get(caller, id);
	}

	@DeleteMapping("/api/v1/invitation-links/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Take a link back: it leads nowhere from now on")
	void revoke(@PathVariable UUID id, Caller caller) {
		this.links.revoke(caller, id);
	}

	@GetMapping(path = "/api/v1/invitation-links/{id}/qr-code", produces = MediaType.IMAGE_PNG_VALUE)
	@Operation(summary = "The link as a picture, PNG or SVG as the Accept header asks",
			description = "size is its width and height in pixels.")
	byte[] png(@PathVariable UUID id, @RequestParam(defaultValue = "300") @Min(128) @Max(1024) int size,
			Caller caller) {
		return QrCode.of(this.links.address(caller, id)).png(size);
	}

	@GetMapping(path = "/api/v1/invitation-links/{id}/qr-code", produces = SVG)
	@Operation(summary = "The link as a picture, PNG or SVG as the Accept header asks",
			description = "size is its width and height in pixels.")
	byte[] svg(@PathVariable UUID id, @RequestParam(defaultValue = "300") @Min(128) @Max(1024) int size,
			Caller caller) {
		return QrCode.of(this.links.address(caller, id)).svg(size);
	}

	@Schema(name = "NewInvitationLink")
	record New(@NotNull AssociationType associationType, @NotNull @Schema(allowableValues = {
			"OFFLINE_LINK", "OFFLINE_QR" }) Channel channel){
	}

}
