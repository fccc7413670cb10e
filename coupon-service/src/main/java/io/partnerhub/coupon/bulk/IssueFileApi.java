package io.partnerhub.coupon.bulk;

import java.io.IOException;
import java.util.UUID;

import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.operation.OperationView;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.proof.Proofs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files of vouchers for front ends, and the result of each row. */
@RestController
@Tag(name = "Vouchers")
class IssueFileApi {

	private static final MediaType CSV = new MediaType("text", "csv");

	private final IssueFiles files;

	private final Proofs proofs;

	IssueFileApi(IssueFiles files, Proofs proofs) {
		this.files = files;
		this.proofs = proofs;
	}

	/**
	 * Takes the file in. Each row is decided for itself in the order of the file:
	 * when the quota is used up, the rows that it does not cover fail.
	 */
	@PostMapping("/api/v1/voucher-issues")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@RequiresIdempotencyKey
	@Operation(summary = "Issue the vouchers of a file of 1 to 100,000 rows",
			description = "A CSV file in UTF-8 whose first line names the columns: customerId, faceValue and, as needed,"
					+ " minimumOrderAmount, serviceTypes, productIds (separated by semicolons), effectiveAt, expiresAt,"
					+ " remark. With the proof of a verification code for ISSUE_VOUCHER, if the partner has switched"
					+ " codes on. With dryRun=true nothing changes, and neither proof nor Idempotency-Key is needed.")
	@RequestBody(required = true, content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"),
			examples = @ExampleObject("customerId,faceValue\n0198a000-0000-7000-8000-000000000001,20.00\n")))
	ResponseEntity<OperationView> issue(Caller caller, @RequestParam UUID quotaId,
			@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof, HttpServletRequest request)
			throws IOException {
		caller.require(Permission.ISSUE_VOUCHERS);
		checkCsv(request.getContentType());
		if (!dryRun) {
			this.proofs.whenSwitchedOn(caller, CriticalOperation.ISSUE_VOUCHER, proof);
		}
		return OperationView.accepted(this.files.accept(caller, quotaId, dryRun, request.getInputStream()));
	}

	@GetMapping("/api/v1/coupon-operations/{id}/rows")
	@Operation(summary = "List the rows of a file with their results, in the order of the file",
			description = "Kept for 30 days after the operation has finished.")
	Page<RowView> rows(Caller caller, @PathVariable UUID id, @RequestParam IssueRow.@Nullable Outcome state,
			PageQuery page) {
		return this.files.rows(caller, id, state, page).map(RowView::of);
	}

	private static void checkCsv(@Nullable String type) {
		try {
			if (type != null && CSV.includes(MediaType.parseMediaType(type))) {
				return;
			}
		}
		catch (InvalidMediaTypeException ex) {
			// As wrong as any other.
		}
		throw Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_MEDIA_TYPE", "The file is sent as text/csv.");
	}

	/**
	 * One row.
	 *
	 * @param row its number, from 1, the header not counted
	 * @param state WAITING, SUCCEEDED or FAILED; in a dry run what would be
	 * @param code why it failed; INVALID_ROW if it cannot be read
	 * @param voucherId the voucher issued
	 */
	record RowView(int row, IssueRow.Outcome state, @Nullable UUID customerId, @Nullable Money faceValue,
			@Nullable String code, @Nullable String detail, @Nullable UUID voucherId) {

		static RowView of(IssueRow row) {
			return new RowView(row.number(), row.outcome(), row.customerId(), row.faceValue(), row.code(), row.detail(),
					row.voucherId());
		}

	}

}
