package io.partnerhub.customer.relation;

import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.association.Associability;
import io.partnerhub.platform.caller.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What stands in the way of a request, before anybody makes it (DIS-02, DIS-06, DIS-14).
 */
@RestController
class RelationCheckApi {

	private final RequestViews views;

	RelationCheckApi(RequestViews views) {
		this.views = views;
	}

	@GetMapping("/api/v1/customers/{id}/disassociation-checks")
	@Tag(name = "Disassociations")
	@Operation(summary = "What stands in the way of an end, all at once",
			description = "A fact that the vendor has not told is UNKNOWN and stops nobody; while a service does not answer, "
					+ "nothing can be started. An earlier request stands in the way of a start, not of its own consent: "
					+ "DISASSOCIATION_PENDING while it waits, DISASSOCIATION_TOO_OFTEN until nextAllowedAt.")
	Findings ofAnEnd(@PathVariable UUID id, Caller caller) {
		return this.views.checks(Actor.of(caller), Wish.end(id, ""));
	}

	@GetMapping("/api/v1/customers/{id}/model-switch-checks")
	@Tag(name = "Model switches")
	@Operation(summary = "What stands in the way of the other model, all at once",
			description = "The checks of an end, and towards resale those of a new resale association.")
	Findings ofASwitch(@PathVariable UUID id, Caller caller) {
		return this.views.checks(Actor.of(caller), Wish.changeModel(id, null, ""));
	}

	@GetMapping("/api/v1/customers/{id}/association-checks")
	@Tag(name = "Association checks")
	@Operation(summary = "What stands in the way of another model for an associated customer, all at once",
			description = "The checks of the account that decide a switch, as in model-switch-checks, for everybody who sees the customer. "
					+ "409 MODEL_SWITCH_SAME_TYPE for the model he has already.")
	Associability ofAModel(@PathVariable UUID id, @RequestParam AssociationType associationType, Caller caller) {
		return this.views.checks(caller, Wish.changeModel(id, associationType, ""));
	}

	@GetMapping("/api/v1/customers/{id}/transfer-checks")
	@Tag(name = "Transfers")
	@Operation(summary = "What stands in the way of a move to another partner, all at once",
			description = "The checks of an end, and whether the other partner may have the customer.")
	Findings ofATransfer(@PathVariable UUID id, @RequestParam UUID toPartnerId, Caller caller) {
		return this.views.checks(Actor.distributor(caller), Wish.move(id, toPartnerId, ""));
	}

}
