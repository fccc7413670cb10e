package io.partnerhub.billing.withdrawal;

import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.bank.BankAccount;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.proof.Proofs;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Withdrawals for a partner's people with the permission item 提现 (9.4). */
@RestController
class WithdrawalApi {

	private final Withdrawals withdrawals;

	private final WithdrawalProgress progress;

	private final Proofs proofs;

	WithdrawalApi(Withdrawals withdrawals, WithdrawalProgress progress, Proofs proofs) {
		this.withdrawals = withdrawals;
		this.progress = progress;
		this.proofs = proofs;
	}

	@PostMapping("/api/v1/withdrawals")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresIdempotencyKey
	@Operation(summary = "Asks for unused cash to be paid out (提现)",
			description = "Always with the proof of a verification code for WITHDRAW, which a refusal leaves good. The amount "
					+ "is held at once. BANK_CARD takes from top-ups whose original route is gone; to decline a route that is open, "
					+ "name the top-ups in flowIds. 409 "
					+ "WITHDRAW_IN_PROGRESS, WITHDRAW_AMOUNT_EXCEEDED, WITHDRAW_SOURCE_NOT_ALLOWED, BANK_HOLDER_MISMATCH, "
					+ "WITHDRAW_BRANCH_REQUIRED.")
	WithdrawalView submit(Caller caller, @Valid @RequestBody Request request,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		WithdrawalRules.requireWithdrawing(caller);
		WithdrawalWish wish = request.wish();
		this.proofs.always(caller, CriticalOperation.WITHDRAW, proof);
		return WithdrawalView.of(this.withdrawals.submit(caller, wish));
	}

	@GetMapping("/api/v1/withdrawals")
	@Operation(summary = "The partner's withdrawals, newest first, without deleted ones")
	Page<WithdrawalView> list(Caller caller, @RequestParam(required = false) @Nullable WithdrawalState state,
			PageQuery page) {
		return this.progress.ownPage(caller, state, page).map(WithdrawalView::of);
	}

	@GetMapping("/api/v1/withdrawals/{id}")
	@Operation(summary = "A withdrawal with its top-ups, its progress (提现进度) and its payment")
	WithdrawalView.Full show(Caller caller, @PathVariable UUID id) {
		return WithdrawalView.Full.of(this.progress.own(caller, id));
	}

	@PostMapping("/api/v1/withdrawals/{id}/cancellation")
	@RequiresIdempotencyKey
	@Operation(summary = "Takes a withdrawal back that nobody has decided yet; the money is free again")
	WithdrawalView cancel(Caller caller, @PathVariable UUID id) {
		return WithdrawalView.of(this.withdrawals.cancel(caller, id));
	}

	@DeleteMapping("/api/v1/withdrawals/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Deletes a rejected withdrawal from the partner's list")
	void delete(Caller caller, @PathVariable UUID id) {
		this.withdrawals.delete(caller, id);
	}

	/**
	 * What is to be withdrawn.
	 *
	 * @param amount more than 0.00, no more than the withdrawable amount and than what is
	 * left of the top-ups
	 * @param flowIds top-ups to take from, at most 100; the newest that are allowed
	 * unless told (WDR-05)
	 * @param bank the account, for BANK_CARD and REBATE
	 * @param branch of the bank that paid, 1–200 characters; for the first ORIGINAL
	 * withdrawal of a bank's top-up
	 */
	record Request(@NotNull WithdrawalType type, @NotNull @Positive Money amount,
			@Nullable @Size(max = 100) Set<@NotNull UUID> flowIds, @Nullable @Valid Bank bank,
			@Nullable @Size(min = 1, max = 200) String branch) {

		WithdrawalWish wish() {
			if ((this.bank == null) != (this.type == WithdrawalType.ORIGINAL)) {
				throw Problem.invalid("/bank", (this.bank == null) ? "REQUIRED" : "NOT_ALLOWED",
						"The account is named for BANK_CARD and REBATE only.");
			}
			return new WithdrawalWish(this.type, this.amount, (this.flowIds != null) ? this.flowIds : Set.of(),
					(this.bank != null) ? this.bank.account() : null, this.branch);
		}

	}

	/**
	 * The account to be paid to (提现银行信息).
	 *
	 * @param name of the bank, 1–100 characters
	 * @param branch 开户支行, 1–200 characters
	 * @param holder name of who owns the account, 1–200 characters (WDR-08)
	 * @param accountNo 8–32 digits
	 */
	record Bank(@NotBlank @Size(max = 100) String name, @NotBlank @Size(max = 200) String branch,
			@NotBlank @Size(max = 200) String holder,
			@NotNull @Pattern(regexp = "[0-9]{8,32}", message = "has 8 to 32 digits") String accountNo) {

		BankAccount account() {
			return new BankAccount(this.name.strip(), this.branch.strip(), this.holder.strip(), this.accountNo);
		}

		@Override
		public String toString() {
			return "***";
		}

	}

}
