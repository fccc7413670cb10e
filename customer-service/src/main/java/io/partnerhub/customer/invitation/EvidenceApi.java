package io.partnerhub.customer.invitation;

import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.Permission;
import io.partnerhub.customer.privacy.Reveal;
import io.partnerhub.platform.caller.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a partner can show about his customers' consent (INV-14). */
@RestController
@Tag(name = "Customers")
class EvidenceApi {

	private final Evidences evidences;

	EvidenceApi(Evidences evidences) {
		this.evidences = evidences;
	}

	@GetMapping("/api/v1/customers/{id}/association-evidence")
	@Operation(summary = "Which notices a customer accepted, when, from where and by which login",
			description = "Newest association with the calling partner first, at most 100, ended ones included. A "
					+ "customer made by the partner's platform has accepted none. Login and address are masked unless "
					+ "named in reveal (login, address), which needs the permission REVEAL_PERSONAL_DATA and is "
					+ "recorded.")
	Known list(@PathVariable UUID id, @RequestParam(required = false) @Nullable @Size(max = 128) String reveal,
			Caller caller) {
		caller.require(Permission.VIEW_CUSTOMERS);
		return new Known(this.evidences.of(caller, id, Reveal.of(reveal, Evidence.PERSONAL)));
	}

	@Schema(name = "AssociationEvidenceList")
	record Known(List<Evidence> items) {
	}

}
