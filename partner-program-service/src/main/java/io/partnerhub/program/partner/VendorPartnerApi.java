package io.partnerhub.program.partner;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The vendor's side of the programme: who is a partner, and in what health (0.4). */
@RestController
class VendorPartnerApi {

	private final Partners partners;

	VendorPartnerApi(Partners partners) {
		this.partners = partners;
	}

	@PostMapping("/api/v1/vendor/partners")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Register a partner together with its first administrator")
	RegisteredPartner register(Caller caller, @Valid @RequestBody NewPartner company) {
		return RegisteredPartner.of(this.partners.register(caller, company));
	}

	@GetMapping("/api/v1/vendor/partners")
	@Operation(summary = "All partners, newest first")
	Page<PartnerView> list(Caller caller, PageQuery query) {
		return this.partners.list(caller, query).map(PartnerView::of);
	}

	@PutMapping("/api/v1/vendor/partners/{id}/status")
	@Operation(summary = "Restrict or freeze a partner, or bring it back to normal")
	PartnerView changeStatus(Caller caller, @PathVariable UUID id, @Valid @RequestBody Status status) {
		return PartnerView.of(this.partners.changeStatus(caller, id, status.status()));
	}

	@PutMapping("/api/v1/vendor/partners/{id}/association-types")
	@Operation(summary = "Open models to a partner: advisory, resale or both (INV-07)",
			description = "Customers he has under another model stay his.")
	PartnerView allow(Caller caller, @PathVariable UUID id, @Valid @RequestBody Models models) {
		return PartnerView.of(this.partners.allow(caller, id, models.allowedAssociationTypes()));
	}

	/** The models a partner may offer from now on. */
	@Schema(name = "AllowedAssociationTypes")
	record Models(@NotNull @Size(min = 1, max = 2) Set<@NotNull AssociationType> allowedAssociationTypes) {
	}

	/** The health a partner gets. */
	record Status(@NotNull PartnerStatus status) {
	}

	/** A partner that has just joined. */
	record RegisteredPartner(UUID id, PartnerType type, String name, String email, String mobile, PartnerStatus status,
			@Nullable UUID distributorId, Instant registeredAt, Administrator administrator) {

		static RegisteredPartner of(Partners.Registration registration) {
			PartnerView partner = PartnerView.of(registration.partner());
			return new RegisteredPartner(partner.id(), partner.type(), partner.name(), partner.email(),
					partner.mobile(), partner.status(), partner.distributorId(), partner.registeredAt(),
					new Administrator(registration.administrator().id(), registration.administrator().loginName()));
		}

	}

	/** The person it starts with. */
	record Administrator(UUID id, String loginName) {
	}

}
