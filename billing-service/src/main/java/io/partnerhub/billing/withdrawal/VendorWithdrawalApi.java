package io.partnerhub.billing.withdrawal;

import java.util.UUID;

import io.partnerhub.billing.bank.BankPort.Answer;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The vendor's side of withdrawals: review, and what the bank answered (9.4). */
@RestController
class VendorWithdrawalApi {

	private final WithdrawalProgress progress;

	private final Decisions decisions;

	private final PayoutSteps payouts;

	VendorWithdrawalApi(WithdrawalProgress progress, Decisions decisions, PayoutSteps payouts) {
		this.progress = progress;
		this.decisions = decisions;
		this.payouts = payouts;
	}

	@GetMapping("/api/v1/vendor/withdrawals")
	@Operation(summary = "Withdrawals of all partners, newest first")
	Page<WithdrawalView> list(Caller caller, @RequestParam(required = false) @Nullable UUID partnerId,
			@RequestParam(required = false) @Nullable WithdrawalState state, PageQuery page) {
		caller.require(Caller.Kind.VENDOR);
		return this.progress.page(partnerId, state, page).map(WithdrawalView::of);
	}

	@GetMapping("/api/v1/vendor/withdrawals/{id}")
	@Operation(summary = "A withdrawal with its top-ups, its progress and its payment")
	WithdrawalView.Full show(Caller caller, @PathVariable UUID id) {
		caller.require(Caller.Kind.VENDOR);
		return WithdrawalView.Full.of(this.progress.any(id));
	}

	@PostMapping("/api/v1/vendor/withdrawals/{id}/approval")
	@RequiresIdempotencyKey
	@Operation(summary = "Approves a withdrawal; the bank is told next",
			description = "The amount is computed again: if it is not covered any more, the answer is FAILED with the reason "
					+ "INSUFFICIENT and the money is free again (WDR-14).")
	WithdrawalView approve(Caller caller, @PathVariable UUID id) {
		caller.require(Caller.Kind.VENDOR);
		return WithdrawalView.of(this.decisions.approve(id, caller.subject()));
	}

	@PostMapping("/api/v1/vendor/withdrawals/{id}/rejection")
	@RequiresIdempotencyKey
	@Operation(summary = "Rejects a withdrawal; the money is free again")
	WithdrawalView reject(Caller caller, @PathVariable UUID id, @Valid @RequestBody Rejection rejection) {
		caller.require(Caller.Kind.VENDOR);
		return WithdrawalView.of(this.decisions.reject(id, rejection.reason().strip(), caller.subject()));
	}

	@PostMapping("/api/v1/vendor/bank-results")
	@Operation(summary = "Brings the bank's answer to an instruction; the same again changes nothing",
			description = "409 BANK_RESULT_CONTRADICTS if the bank has answered otherwise before, BANK_RESULT_TOO_EARLY "
					+ "before the instruction is handed over.")
	WithdrawalView.Payment bankResult(Caller caller, @Valid @RequestBody BankResult result) {
		caller.require(Caller.Kind.VENDOR);
		return WithdrawalView.Payment.of(this.payouts.settle(result.answer()));
	}

	/** Why, 1–256 characters; the partner reads it. */
	record Rejection(@NotBlank @Size(max = 256) String reason) {
	}

	/**
	 * What the bank answered.
	 *
	 * @param reason why it refused, 1–256 characters
	 */
	record BankResult(@NotNull UUID instructionId, @NotNull Outcome outcome,
			@Nullable @Size(min = 1, max = 256) String reason) {

		Answer answer() {
			return (this.outcome == Outcome.PAID) ? Answer.paid(this.instructionId)
					: Answer.rejected(this.instructionId, (this.reason != null) ? this.reason : "REJECTED");
		}

	}

	/** A final answer. */
	enum Outcome {

		PAID, REJECTED

	}

}
