package io.partnerhub.customer.relation;

import java.util.UUID;

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

/** Moving a customer to another partner of the same distributor (云经销商转移, DIS-14). */
@RestController
@Tag(name = "Transfers")
class TransferApi {

	private static final RequestKind KIND = RequestKind.TRANSFER;

	private final Requests requests;

	private final RequestViews views;

	TransferApi(Requests requests, RequestViews views) {
		this.requests = requests;
		this.views = views;
	}

	@GetMapping("/api/v1/customers/{id}/transfer-checks")
	@Operation(summary = "What stands in the way of a move to another partner, all at once",
			description = "The checks of an end, and whether the other partner may have the customer.")
	Findings checks(@PathVariable UUID id, @RequestParam UUID toPartnerId, Caller caller) {
		return this.views.checks(Actor.distributor(caller), Wish.move(id, toPartnerId, ""));
	}

	@PostMapping("/api/v1/transfers")
	@Operation(summary = "Ask to move a customer",
			description = "By the distributor's administrator, for a customer of one of its resellers or its own.")
	@ResponseStatus(HttpStatus.CREATED)
	ResponseEntity<RequestView> start(@Valid @RequestBody New body, Caller caller,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		Actor actor = Actor.distributor(caller).showing(proof);
		return this.views.created(caller, this.requests.start(actor, body.wish()));
	}

	@GetMapping("/api/v1/transfers")
	@Operation(summary = "Requests to move customers, newest first",
			description = "For the partner customerName is masked unless named in reveal, which needs the permission "
					+ "REVEAL_PERSONAL_DATA and is recorded.")
	Page<RequestView> list(@RequestParam(required = false) @Nullable State state,
			@RequestParam(required = false) @Nullable @Size(max = 128) String reveal, PageQuery page, Caller caller) {
		return this.views.list(caller, KIND, state, reveal, page);
	}

	@GetMapping("/api/v1/transfers/{id}")
	@Operation(summary = "A request to move a customer, with its steps and what they settled",
			description = "customerName is masked for the partner unless named in reveal, as in the list.")
	ResponseEntity<RequestView> get(@PathVariable UUID id,
			@RequestParam(required = false) @Nullable @Size(max = 128) String reveal, Caller caller) {
		return this.views.shown(caller, KIND, id, reveal);
	}

	@PostMapping("/api/v1/transfers/{id}/consent")
	@Operation(summary = "Agree: the customer belongs to the other partner from now on",
			description = "By the customer. What is left with the former partner is settled right after.")
	ResponseEntity<RequestView> consent(@PathVariable UUID id, Caller caller,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		this.requests.consent(Actor.of(caller).showing(proof), KIND, id);
		return this.views.shown(caller, KIND, id);
	}

	@PostMapping("/api/v1/transfers/{id}/refusal")
	@Operation(summary = "Disagree: the customer stays", description = "By the other side.")
	ResponseEntity<RequestView> refuse(@PathVariable UUID id,
			@Valid @RequestBody(required = false) @Nullable Refusal body, Caller caller,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		this.requests.refuse(Actor.of(caller).showing(proof), KIND, id, Refusal.reasonOf(body));
		return this.views.shown(caller, KIND, id);
	}

	@PostMapping("/api/v1/transfers/{id}/withdrawal")
	@Operation(summary = "Take the request for a move back",
			description = "By the side that asked, while nobody has answered.")
	ResponseEntity<RequestView> withdraw(@PathVariable UUID id, Caller caller) {
		this.requests.withdraw(Actor.of(caller), KIND, id);
		return this.views.shown(caller, KIND, id);
	}

	/** The customer keeps his model. */
	@Schema(name = "NewTransfer")
	record New(@NotNull UUID customerId, @NotNull UUID toPartnerId, @NotBlank @Size(max = 512) String reason,
			@NotNull @AssertTrue(message = "must be ticked") Boolean understood) {

		Wish wish() {
			return Wish.move(this.customerId, this.toPartnerId, this.reason.strip());
		}

	}

}
