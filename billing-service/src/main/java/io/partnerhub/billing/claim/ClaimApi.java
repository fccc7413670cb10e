package io.partnerhub.billing.claim;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.privacy.Masks;
import io.partnerhub.platform.proof.Proofs;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A partner's claims of transfers, and its dedicated account (TOP-01, TOP-02). */
@RestController
class ClaimApi {

	private final Claims claims;

	private final DedicatedAccounts accounts;

	private final Proofs proofs;

	ClaimApi(Claims claims, DedicatedAccounts accounts, Proofs proofs) {
		this.claims = claims;
		this.accounts = accounts;
		this.proofs = proofs;
	}

	@PostMapping("/api/v1/top-up-claims")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresIdempotencyKey
	@Operation(summary = "Claims a transfer to the general account (汇款认领)",
			description = "CREDITED at once if the bank has told of the transfer and the payer may pay; SUBMITTED until it "
					+ "tells; MATCHED while a third-party payment agreement is missing; REJECTED if the bank says otherwise. "
					+ "409 TOP_UP_CLAIM_EXISTS.")
	Answer claim(Caller caller, @Valid @RequestBody Request request) {
		return Answer
			.of(this.claims.submit(caller, request.bankSerialNumber(), request.amount(), request.payerName().strip()));
	}

	@GetMapping("/api/v1/top-up-claims")
	@Operation(summary = "The partner's claims, newest first")
	Page<Answer> list(Caller caller, @RequestParam(required = false) @Nullable ClaimState state, PageQuery page) {
		return this.claims.ownPage(caller, state, page).map(Answer::of);
	}

	@GetMapping("/api/v1/top-up-claims/{id}")
	@Operation(summary = "A claim of the partner")
	Answer show(Caller caller, @PathVariable UUID id) {
		return Answer.of(this.claims.own(caller, id));
	}

	@PostMapping("/api/v1/dedicated-account")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Opens the partner's dedicated account; one that is open stays",
			description = "Always with the proof of a verification code for CHANGE_BANK_DETAILS.")
	DedicatedAccount open(Caller caller,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		Claims.requireToppingUp(caller);
		this.proofs.always(caller, CriticalOperation.CHANGE_BANK_DETAILS, proof);
		return this.accounts.open(caller);
	}

	@GetMapping("/api/v1/dedicated-account")
	@Operation(summary = "The partner's dedicated account")
	DedicatedAccount account(Caller caller) {
		return this.accounts.own(caller);
	}

	/**
	 * A transfer that is the partner's.
	 *
	 * @param bankSerialNumber 1–64 visible ASCII characters
	 * @param payerName who paid, 1–200 characters
	 */
	record Request(
			@NotNull @Pattern(regexp = "[!-~]{1,64}",
					message = "has 1 to 64 visible ASCII characters") String bankSerialNumber,
			@NotNull @Positive Money amount, @NotBlank @Size(max = 200) String payerName) {
	}

	/**
	 * A claim.
	 *
	 * @param payerName masked
	 * @param waitsFor THIRD_PARTY_AGREEMENT while it is MATCHED
	 * @param topUpId what came of it
	 */
	record Answer(UUID id, UUID partnerId, String bankSerialNumber, Money amount, String payerName, ClaimState state,
			@Nullable String waitsFor, @Nullable String reason, @Nullable UUID topUpId, String operator,
			Instant submittedAt, @Nullable Instant finishedAt) {

		static Answer of(Claim claim) {
			return new Answer(claim.id(), claim.realm().ownerPartnerId(), claim.bankSerialNumber(), claim.amount(),
					Masks.name(claim.payerName()), claim.state(),
					(claim.state() == ClaimState.MATCHED) ? "THIRD_PARTY_AGREEMENT" : null, claim.reason(),
					claim.topUpId(), claim.operator(), claim.submittedAt(), claim.finishedAt());
		}

	}

}
