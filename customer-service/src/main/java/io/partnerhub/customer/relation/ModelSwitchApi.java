package io.partnerhub.customer.relation;

import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.association.Associability;
import io.partnerhub.customer.relation.Request.State;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.proof.Proofs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Changing the model of a relation, for the front ends of both sides (切换关联类型, DIS-06).
 */
@RestController
@Tag(name = "Model switches")
class ModelSwitchApi {

	private static final RequestKind KIND = RequestKind.MODEL_SWITCH;

	private final Requests requests;

	private final RequestViews views;

	ModelSwitchApi(Requests requests, RequestViews views) {
		this.requests = requests;
		this.views = views;
	}

	@GetMapping("/api/v1/customers/{id}/model-switch-checks")
	@Operation(summary = "What stands in the way of the other model, all at once",
			description = "The checks of an end, and towards resale those of a new resale association.")
	Findings checks(@PathVariable UUID id, Caller caller) {
		return this.views.checks(Actor.of(caller), Wish.changeModel(id, null, ""));
	}

	@GetMapping("/api/v1/customers/{id}/association-checks")
	@Operation(summary = "What stands in the way of another model for an associated customer, all at once",
			description = "The checks that decide a switch, as in model-switch-checks, for everybody who sees the customer. "
					+ "409 MODEL_SWITCH_SAME_TYPE for the model he has already.")
	Associability look(@PathVariable UUID id, @RequestParam AssociationType associationType, Caller caller) {
		return this.views.checks(caller, Wish.changeModel(id, associationType, ""));
	}

	@PostMapping("/api/v1/model-switches")
	@Operation(summary = "Ask for the other model",
			description = "By the partner's administrator for a customer, or by the customer himself.")
	@ResponseStatus(HttpStatus.CREATED)
	ResponseEntity<RequestView> start(@Valid @RequestBody New body, Caller caller,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		Actor actor = Actor.of(caller).showing(proof);
		return this.views.created(caller, this.requests.start(actor, body.wish(caller)));
	}

	@GetMapping("/api/v1/model-switches")
	@Operation(summary = "Requests to change the model, newest first",
			description = "For the partner customerName is masked unless named in reveal, which needs the permission "
					+ "REVEAL_PERSONAL_DATA and is recorded.")
	Page<RequestView> list(@RequestParam(required = false) @Nullable State state,
			@RequestParam(required = false) @Nullable @Size(max = 128) String reveal, PageQuery page, Caller caller) {
		return this.views.list(caller, KIND, state, reveal, page);
	}

	@GetMapping("/api/v1/model-switches/{id}")
	@Operation(summary = "A request to change the model, with its steps and what they settled",
			description = "customerName is masked for the partner unless named in reveal, as in the list.")
	ResponseEntity<RequestView> get(@PathVariable UUID id,
			@RequestParam(required = false) @Nullable @Size(max = 128) String reveal, Caller caller) {
		return this.views.shown(caller, KIND, id, reveal);
	}

	@PostMapping("/api/v1/model-switches/{id}/consent")
	@Operation(summary = "Agree: the other model holds from now on",
			description = "By the other side. Vouchers and balance of the ended model are settled right after.")
	ResponseEntity<RequestView> consent(@PathVariable UUID id, Caller caller,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		this.requests.consent(Actor.of(caller).showing(proof), KIND, id);
		return this.views.shown(caller, KIND, id);
	}

	@PostMapping("/api/v1/model-switches/{id}/refusal")
	@Operation(summary = "Disagree: the model stays", description = "By the other side.")
	ResponseEntity<RequestView> refuse(@PathVariable UUID id,
			@Valid @RequestBody(required = false) @Nullable Refusal body, Caller caller,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		this.requests.refuse(Actor.of(caller).showing(proof), KIND, id, Refusal.reasonOf(body));
		return this.views.shown(caller, KIND, id);
	}

	@PostMapping("/api/v1/model-switches/{id}/withdrawal")
	@Operation(summary = "Take the request for another model back",
			description = "By the side that asked, while nobody has answered.")
	ResponseEntity<RequestView> withdraw(@PathVariable UUID id, Caller caller) {
		this.requests.withdraw(Actor.of(caller), KIND, id);
		return this.views.shown(caller, KIND, id);
	}

	/** A customer may leave out his own id; the model wanted is the other one anyway. */
	@Schema(name = "NewModelSwitch")
	record New(@Nullable UUID customerId, @Nullable AssociationType toType, @NotBlank @Size(max = 512) String reason,
			@NotNull @AssertTrue(message = "must be ticked") Boolean understood) {

		Wish wish(Caller caller) {
			return Wish.changeModel(WhichCustomer.of(this.customerId, caller), this.toType, this.reason.strip());
		}

	}

}
