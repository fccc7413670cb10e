package io.partnerhub.customer.relation;

import java.util.List;
import java.util.UUID;

import io.partnerhub.customer.relation.Request.State;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.web.ETags;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Ending a relation, for the front ends of both sides (解除关联). */
@RestController
@Tag(name = "Disassociations")
class DisassociationApi {

	private final Requests requests;

	private final RequestViews views;

	DisassociationApi(Requests requests, RequestViews views) {
		this.requests = requests;
		this.views = views;
	}

	@GetMapping("/api/v1/customers/{id}/disassociation-checks")
	@Operation(summary = "What stands in the way of an end, all at once",
			description = "UNKNOWN while a service does not answer; nothing can be started then.")
	Findings checks(@PathVariable UUID id, Caller caller) {
		List<Check> checks = this.views.checks(Actor.of(caller), id);
		return new Findings(checks.stream().allMatch((check) -> check.state() == Check.State.PASSED), checks);
	}

	@PostMapping("/api/v1/disassociations")
	@Operation(summary = "Ask to end the relation",
			description = "By the partner's administrator for a customer, or by the customer himself.")
	ResponseEntity<RequestView> start(@Valid @RequestBody New body, Caller caller) {
		Actor actor = Actor.of(caller);
		Request request = this.requests.start(actor, body.customer(caller), body.reason().strip());
		return shown(HttpStatus.CREATED, this.views.get(caller, request.id()));
	}

	@GetMapping("/api/v1/disassociations")
	@Operation(summary = "Requests, newest first")
	Page<RequestView> list(@RequestParam(required = false) @Nullable State state, PageQuery page, Caller caller) {
		return this.views.list(caller, state, page);
	}

	@GetMapping("/api/v1/disassociations/{id}")
	@Operation(summary = "A request with its steps and what they settled")
	ResponseEntity<RequestView> get(@PathVariable UUID id, Caller caller) {
		return shown(HttpStatus.OK, this.views.get(caller, id));
	}

	@PostMapping("/api/v1/disassociations/{id}/consent")
	@Operation(summary = "Agree: the relation ends",
			description = "By the other side. Vouchers, balance and opportunities are settled right after.")
	ResponseEntity<RequestView> consent(@PathVariable UUID id, Caller caller) {
		this.requests.consent(Actor.of(caller), id);
		return shown(HttpStatus.OK, this.views.get(caller, id));
	}

	@PostMapping("/api/v1/disassociations/{id}/refusal")
	@Operation(summary = "Disagree: the relation stays", description = "By the other side.")
	ResponseEntity<RequestView> refuse(@PathVariable UUID id,
			@Valid @RequestBody(required = false) @Nullable Refusal body, Caller caller) {
		this.requests.refuse(Actor.of(caller), id, (body != null) ? body.reason() : null);
		return shown(HttpStatus.OK, this.views.get(caller, id));
	}

	@PostMapping("/api/v1/disassociations/{id}/withdrawal")
	@Operation(summary = "Take the request back", description = "By the side that asked, while nobody has answered.")
	ResponseEntity<RequestView> withdraw(@PathVariable UUID id, Caller caller) {
		this.requests.withdraw(Actor.of(caller), id);
		return shown(HttpStatus.OK, this.views.get(caller, id));
	}

	private static ResponseEntity<RequestView> shown(HttpStatus status, RequestView view) {
		return ResponseEntity.status(status).eTag(ETags.of(view.version())).body(view);
	}

	/** A customer may leave out his own id. */
	@Schema(name = "NewDisassociation")
	record New(@Nullable UUID customerId, @NotBlank @Size(max = 512) String reason,
			@NotNull @AssertTrue(message = "must be ticked") Boolean understood) {

		UUID customer(Caller caller) {
			if (this.customerId != null) {
				return this.customerId;
			}
			if (!caller.is(Caller.Kind.CUSTOMER)) {
				throw Problem.invalid("/customerId", "REQUIRED", "Say which customer.");
			}
			return caller.customer();
		}

	}

	@Schema(name = "DisassociationRefusal")
	record Refusal(@Size(max = 512) @Nullable String reason) {
	}

	@Schema(name = "DisassociationChecks")
	record Findings(boolean startable, List<Check> checks) {
	}

}
