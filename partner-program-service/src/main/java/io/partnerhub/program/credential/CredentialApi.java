package io.partnerhub.program.credential;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.ShownOnce;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Access keys of the partner (我的凭证) and, for the vendor, of customers. The answer to a
 * creation is the only one that ever shows the secret: a repeat with the same
 * Idempotency-Key gets it without.
 */
@RestController
class CredentialApi {

	private final Credentials credentials;

	CredentialApi(Credentials credentials) {
		this.credentials = credentials;
	}

	@PostMapping("/api/v1/credentials")
	@ResponseStatus(HttpStatus.CREATED)
	@ShownOnce("secretKey")
	@Operation(summary = "Create an access key; its secret is shown in this answer only")
	CreatedCredential create(Caller caller) {
		return CreatedCredential.of(this.credentials.create(caller));
	}

	@GetMapping("/api/v1/credentials")
	@Operation(summary = "The partner's access keys, newest first")
	Page<CredentialView> list(Caller caller, PageQuery query) {
		return this.credentials.list(caller, query).map(CredentialView::of);
	}

	@DeleteMapping("/api/v1/credentials/{accessKey}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Disable an access key for good")
	void disable(Caller caller, @PathVariable String accessKey) {
		this.credentials.disable(caller, accessKey);
	}

	@PostMapping("/api/v1/vendor/credentials")
	@ResponseStatus(HttpStatus.CREATED)
	@ShownOnce("secretKey")
	@Operation(summary = "Create an access key for a customer; its secret is shown in this answer only")
	CreatedCredential createForCustomer(Caller caller, @Valid @RequestBody ForCustomer holder) {
		return CreatedCredential.of(this.credentials.createForCustomer(caller, holder.customerId()));
	}

	@DeleteMapping("/api/v1/vendor/credentials/{accessKey}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Disable anybody's access key for good")
	void disableAny(Caller caller, @PathVariable String accessKey) {
		this.credentials.disableAny(caller, accessKey);
	}

	/** The customer who gets a key. */
	record ForCustomer(@NotNull UUID customerId) {
	}

	/** A new access key, once with its secret. */
	record CreatedCredential(String accessKey, Secret secretKey, Instant createdAt) {

		static CreatedCredential of(Credentials.WithSecret created) {
			return new CreatedCredential(created.credential().accessKey(), created.secret(),
					created.credential().createdAt());
		}

	}

	/** An access key as its holder sees it later. */
	record CredentialView(String accessKey, Credential.State state, Instant createdAt, @Nullable Instant disabledAt,
			List<String> allowedActions) {

		static CredentialView of(Credential credential) {
			return new CredentialView(credential.accessKey(), credential.state(), credential.createdAt(),
					credential.disabledAt(),
					(credential.state() == Credential.State.ACTIVE) ? List.of("DISABLE") : List.of());
		}

	}

}
