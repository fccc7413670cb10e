package io.partnerhub.customer.relation;

import java.util.UUID;

import io.partnerhub.customer.relation.Request.State;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.proof.Proofs;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What both sides do with requests of one kind, whichever it is: look at them, answer
 * them, and take them back (DIS-01, DIS-08). Each kind is asked for in its own way.
 */
abstract class RequestApi {

	private final RequestKind kind;

	private final Requests requests;

	private final RequestViews views;

	RequestApi(RequestKind kind, Requests requests, RequestViews views) {
		this.kind = kind;
		this.requests = requests;
		this.views = views;
	}

	@GetMapping
	@Operation(summary = "Requests, newest first",
			description = "For the partner customerName is masked unless named in reveal, which needs the permission "
					+ "REVEAL_PERSONAL_DATA and is recorded, or the customer is the calling account manager's own.")
	Page<RequestView> list(@RequestParam(required = false) @Nullable State state,
			@RequestParam(required = false) @Nullable @Size(max = 128) String reveal, PageQuery page, Caller caller) {
		return this.views.list(caller, this.kind, state, reveal, page);
	}

	@GetMapping("/{id}")
	@Operation(summary = "A request with its steps and what they settled",
			description = "customerName is masked for the partner unless named in reveal, as in the list.")
	ResponseEntity<RequestView> get(@PathVariable UUID id,
			@RequestParam(required = false) @Nullable @Size(max = 128) String reveal, Caller caller) {
		return this.views.shown(caller, this.kind, id, reveal);
	}

	@PostMapping("/{id}/consent")
	@Operation(summary = "Agree: what was asked for happens at once",
			description = "By the other side. What the ended link leaves behind is settled right after: vouchers, balance "
					+ "and, unless only the model changes, opportunities.")
	ResponseEntity<RequestView> consent(@PathVariable UUID id, Caller caller,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		this.requests.consent(Actor.of(caller).showing(proof), this.kind, id);
		return this.views.shown(caller, this.kind, id);
	}

	@PostMapping("/{id}/refusal")
	@Operation(summary = "Disagree: all stays as it is", description = "By the other side.")
	ResponseEntity<RequestView> refuse(@PathVariable UUID id,
			@Valid @RequestBody(required = false) @Nullable Refusal body, Caller caller,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		this.requests.refuse(Actor.of(caller).showing(proof), this.kind, id, Refusal.reasonOf(body));
		return this.views.shown(caller, this.kind, id);
	}

	@PostMapping("/{id}/withdrawal")
	@Operation(summary = "Take the request back", description = "By the side that asked, while nobody has answered.")
	ResponseEntity<RequestView> withdraw(@PathVariable UUID id, Caller caller) {
		this.requests.withdraw(Actor.of(caller), this.kind, id);
		return this.views.shown(caller, this.kind, id);
	}

	ResponseEntity<RequestView> start(Actor actor, Wish wish) {
		return this.views.created(actor.caller(), this.requests.start(actor, wish));
	}

}
