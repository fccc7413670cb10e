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

/** Moving a customer to another partner of the same distributor (云经销商转移, DIS-14). */
@RestController
@RequestMapping("/api/v1/transfers")
@Tag(name = "Transfers")
class TransferApi extends RequestApi {

	TransferApi(Requests requests, RequestViews views) {
		super(RequestKind.TRANSFER, requests, views);
	}

	@PostMapping
	@Operation(summary = "Ask to move a customer",
			description = "By the distributor's administrator, for a customer of one of its resellers or its own.")
	@ResponseStatus(HttpStatus.CREATED)
	ResponseEntity<RequestView> start(@Valid @RequestBody New body, Caller caller,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		return start(Actor.distributor(caller).showing(proof), body.wish());
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
