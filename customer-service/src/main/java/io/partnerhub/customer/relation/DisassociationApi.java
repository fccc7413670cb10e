package io.partnerhub.customer.relation;

import java.util.UUID;

import io.partnerhub.platform.caller.Caller;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Ending a relation, for the front ends of both sides (解除关联). */
@RestController
@RequestMapping("/api/v1/disassociations")
@Tag(name = "Disassociations")
class DisassociationApi extends RequestApi {

	DisassociationApi(Requests requests, RequestViews views) {
		super(RequestKind.DISASSOCIATION, requests, views);
	}

	@PostMapping
	@Operation(summary = "Ask to end the relation",
			description = "By the partner's administrator for a customer, or by the customer himself.")
	@ResponseStatus(HttpStatus.CREATED)
	ResponseEntity<RequestView> start(@Valid @RequestBody New body, Caller caller,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		return start(Actor.of(caller).showing(proof), body.wish(caller));
	}

	/** A customer may leave out his own id. */
	@Schema(name = "NewDisassociation")
	record New(@Nullable UUID customerId, @NotBlank @Size(max = 512) String reason,
			@NotNull @AssertTrue(message = "must be ticked") Boolean understood) {

		Wish wish(Caller caller) {
			return Wish.end(WhichCustomer.of(this.customerId, caller), this.reason.strip());
		}

	}

}
