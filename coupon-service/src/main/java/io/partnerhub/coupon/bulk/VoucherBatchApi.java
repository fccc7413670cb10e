package io.partnerhub.coupon.bulk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.voucher.RowOutcomes;
import io.partnerhub.coupon.voucher.RowOutcomes.RowOutcome;
import io.partnerhub.coupon.voucher.VoucherRow;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.proof.Proofs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Up to 100 vouchers in one call for front ends, each with terms of its own. */
@RestController
@Tag(name = "Vouchers")
class VoucherBatchApi {

	private final VoucherBatches batches;

	private final Proofs proofs;

	VoucherBatchApi(VoucherBatches batches, Proofs proofs) {
		this.batches = batches;
		this.proofs = proofs;
	}

	@PostMapping("/api/v1/voucher-batches")
	@RequiresIdempotencyKey
	@Operation(summary = "Issue up to 100 vouchers, each row for itself",
			description = "With the proof of a verification code for ISSUE_VOUCHER, if the partner has switched codes on."
					+ " With dryRun=true nothing changes, and neither proof nor Idempotency-Key is needed.")
	Result issue(Caller caller, @RequestParam(defaultValue = "false") boolean dryRun, @Valid @RequestBody Batch batch,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		caller.require(Permission.ISSUE_VOUCHERS);
		if (dryRun) {
			return Result.of(true, this.batches.preview(caller, batch.quotaId(), batch.wanted()));
		}
		this.proofs.whenSwitchedOn(caller, CriticalOperation.ISSUE_VOUCHER, proof);
		return Result.of(false, this.batches.issue(caller, batch.quotaId(), batch.wanted()));
	}

	/** A batch (VOU-03); a customer may be named more than once. */
	record Batch(@NotNull UUID quotaId, @NotEmpty @Size(max = 1000) List<@Valid @NotNull Row> rows) {

		List<VoucherRow> wanted() {
			List<VoucherRow> wanted = new ArrayList<>();
			this.rows.forEach((row) -> wanted.add(row.wanted(wanted.size() + 1)));
			return wanted;
		}

	}

	/**
	 * One voucher (VOU-02).
	 *
	 * @param customerId a customer associated with the partner, or on the white-list of a
	 * government-subsidy partner
	 * @param faceValue more than 0.00
	 * @param minimumOrderAmount smallest order it can be used for; absent means none
	 * @param serviceTypes at most 10 of the dictionary, inside the quota's; absent means
	 * as the quota
	 * @param productIds at most 10, inside the quota's; absent means as the quota
	 * @param effectiveAt inside the quota's validity; absent means as the quota
	 * @param expiresAt inside the quota's validity; absent means as the quota
	 * @param remark up to 256 characters, never shown to the customer
	 */
	record Row(@NotNull UUID customerId, @NotNull @Positive Money faceValue, @Nullable Money minimumOrderAmount,
			@Nullable @Size(max = 10) List<@NotBlank @Size(max = 64) String> serviceTypes,
			@Nullable @Size(max = 10) List<@NotBlank @Size(max = 64) String> productIds, @Nullable Instant effectiveAt,
			@Nullable Instant expiresAt, @Nullable @Size(max = 256) String remark) {

		VoucherRow wanted(int number) {
			Money minimum = (this.minimumOrderAmount != null) ? this.minimumOrderAmount : Money.zero();
			if (minimum.compareTo(Money.zero()) < 0) {
				throw Problem.invalid("/rows/" + (number - 1) + "/minimumOrderAmount", "OUT_OF_RANGE",
						"must not be less than 0.00");
			}
			return new VoucherRow(number, this.customerId, this.faceValue, minimum, set(this.serviceTypes),
					set(this.productIds), this.effectiveAt, this.expiresAt, this.remark);
		}

		private static Set<String> set(@Nullable List<String> values) {
			return (values != null) ? Set.copyOf(values) : Set.of();
		}

	}

	/**
	 * What became of the rows, or would become of them.
	 *
	 * @param quotaBalanceAfter what the quota holds afterwards
	 */
	record Result(boolean dryRun, int succeeded, int failed, Money quotaBalanceAfter, List<RowResult> rows) {

		static Result of(boolean dryRun, RowOutcomes outcomes) {
			int succeeded = outcomes.succeeded();
			return new Result(dryRun, succeeded, outcomes.rows().size() - succeeded, outcomes.quotaBalance(),
					outcomes.rows().stream().map(RowResult::of).toList());
		}

	}

	/**
	 * One row; without a code it succeeded.
	 *
	 * @param row its number, from 1
	 */
	record RowResult(int row, UUID customerId, Money faceValue, @Nullable UUID voucherId, @Nullable String code,
			@Nullable String detail) {

		static RowResult of(RowOutcome outcome) {
			return new RowResult(outcome.row().number(), outcome.row().customerId(), outcome.row().faceValue(),
					outcome.voucherId(), outcome.code(), outcome.detail());
		}

	}

}
