package io.partnerhub.billing.claim;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.bank.BankAccount;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The vendor's feed of transfers and agreements, and its review of claims. */
@RestController
class VendorClaimApi {

	private final Crediting crediting;

	private final Claims claims;

	private final Clock clock;

	VendorClaimApi(Crediting crediting, Claims claims, Clock clock) {
		this.crediting = crediting;
		this.claims = claims;
		this.clock = clock;
	}

	@PostMapping("/api/v1/vendor/incoming-transfers")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(
			summary = "Tells of a bank transfer that arrived; repeated with the same bank serial number it changes nothing",
			description = "Money on a dedicated account is the partner's; to the general account it waits for a claim.")
	TransferAnswer receive(Caller caller, @Valid @RequestBody TransferRequest request) {
		caller.require(Caller.Kind.VENDOR);
		return new TransferAnswer(request.bankSerialNumber(),
				this.crediting.receive(request.transfer(this.clock.instant())).map(ClaimApi.Answer::of).orElse(null));
	}

	@PostMapping("/api/v1/vendor/payment-agreements")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Tells of a third-party payment agreement (代付管理); what waited for it is topped up")
	AgreementAnswer agree(Caller caller, @Valid @RequestBody AgreementRequest request) {
		caller.require(Caller.Kind.VENDOR);
		String payer = request.payerName().strip();
		return new AgreementAnswer(request.partnerId(), payer, this.crediting.agree(request.partnerId(), payer));
	}

	@GetMapping("/api/v1/vendor/top-up-claims")
	@Operation(summary = "Claims of all partners, newest first")
	Page<ClaimApi.Answer> list(Caller caller, @RequestParam(required = false) @Nullable ClaimState state,
			PageQuery page) {
		caller.require(Caller.Kind.VENDOR);
		return this.claims.page(state, page).map(ClaimApi.Answer::of);
	}

	@PostMapping("/api/v1/vendor/top-up-claims/{id}/rejection")
	@RequiresIdempotencyKey
	@Operation(summary = "Rejects a claim; the transfer can be claimed again")
	ClaimApi.Answer reject(Caller caller, @PathVariable UUID id, @Valid @RequestBody Rejection rejection) {
		caller.require(Caller.Kind.VENDOR);
		return ClaimApi.Answer.of(this.claims.reject(id, rejection.reason().strip()));
	}

	/**
	 * A transfer that arrived.
	 *
	 * @param payerName who paid, 1–200 characters
	 * @param payerAccountNo 1–64 characters
	 * @param accountNumber the dedicated account it went to, 8–32 digits; the general one
	 * unless told
	 */
	record TransferRequest(
			@NotNull @Pattern(regexp = "[!-~]{1,64}",
					message = "has 1 to 64 visible ASCII characters") String bankSerialNumber,
			@NotNull @Positive Money amount, @NotBlank @Size(max = 200) String payerName,
			@NotBlank @Size(max = 64) String payerAccountNo, @Nullable @Size(min = 1, max = 100) String payerBank,
			@Nullable @Pattern(regexp = "[0-9]{8,32}") String accountNumber) {

		IncomingTransfer transfer(Instant now) {
			return new IncomingTransfer(this.bankSerialNumber, this.amount,
					new BankAccount(this.payerBank, null, this.payerName.strip(), this.payerAccountNo),
					this.accountNumber, now);
		}

		@Override
		public String toString() {
			return this.bankSerialNumber;
		}

	}

	/**
	 * A transfer the hub knows.
	 *
	 * @param claim whose it is, as far as that is known
	 */
	record TransferAnswer(String bankSerialNumber, ClaimApi.@Nullable Answer claim) {
	}

	/** Somebody else pays for a partner; the name has 1–200 characters. */
	record AgreementRequest(@NotNull UUID partnerId, @NotBlank @Size(max = 200) String payerName) {
	}

	/**
	 * An agreement.
	 *
	 * @param credited how many waiting claims it topped up
	 */
	record AgreementAnswer(UUID partnerId, String payerName, int credited) {
	}

	/** Why, 1–256 characters; the partner reads it. */
	record Rejection(@NotBlank @Size(max = 256) String reason) {
	}

}
