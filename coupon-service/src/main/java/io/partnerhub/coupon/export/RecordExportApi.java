package io.partnerhub.coupon.export;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.operation.LongOperation;
import io.partnerhub.coupon.operation.OperationView;
import io.partnerhub.coupon.record.RecordQuery;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Exports of the operation log for front ends: ask, wait, fetch. */
@RestController
@Tag(name = "Voucher records")
class RecordExportApi {

	private final RecordExports exports;

	RecordExportApi(RecordExports exports) {
		this.exports = exports;
	}

	@PostMapping("/api/v1/voucher-record-exports")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Export operation records of up to 12 months",
			description = "Headings are Chinese or English by Accept-Language; names, e-mail addresses and telephone"
					+ " numbers are anonymised.")
	ResponseEntity<OperationView> begin(Caller caller, @Valid @RequestBody Wish wish, Locale locale) {
		boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
		return OperationView.accepted(this.exports.begin(caller, wish.query(), chinese));
	}

	@GetMapping("/api/v1/voucher-record-exports")
	@Operation(summary = "List exports, newest first")
	Page<ExportView> list(Caller caller, PageQuery page) {
		return this.exports.list(caller, page).map(ExportView::of);
	}

	@GetMapping("/api/v1/voucher-record-exports/{id}/file")
	@Operation(summary = "Fetch the file of an export; kept for 3 days")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
	void file(Caller caller, @PathVariable UUID id, HttpServletResponse response) throws IOException {
		Export export = this.exports.ready(caller, id);
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"records-" + id + ".csv\"");
		this.exports.copy(export, response.getOutputStream());
	}

	/**
	 * Which records are wanted; times and filters as in the list.
	 *
	 * @param couponType VOUCHER, unless CASH_COUPON is wanted
	 * @param from operated at this time or later
	 * @param to operated before this; at most 12 months later
	 * @param operationType 1–9 (6.3)
	 */
	record Wish(@Nullable CouponType couponType, @NotNull Instant from, @NotNull Instant to,
			@Nullable @Size(min = 1, max = 64) String customerName,
			@Nullable @Size(min = 1, max = 64) String accountName, @Nullable UUID customerId, @Nullable UUID quotaId,
			@Nullable UUID couponId, @Nullable @Min(1) @Max(9) Integer operationType, @Nullable Boolean succeeded,
			@Nullable @Size(min = 1, max = 128) String operator) {

		RecordQuery query() {
			return new RecordQuery((this.couponType != null) ? this.couponType : CouponType.VOUCHER, this.from, this.to,
					this.customerName, this.accountName, this.customerId, this.quotaId, this.couponId,
					this.operationType, this.succeeded, this.operator);
		}

	}

	/**
	 * An export.
	 *
	 * @param state EXPIRED once the file is not kept any longer
	 * @param records how many are written, and {@code total} how many there will be
	 * @param keptUntil when the file goes
	 * @param allowedActions DOWNLOAD while there is a file
	 */
	record ExportView(UUID id, LongOperation.State state, CouponType couponType, @Nullable Instant from,
			@Nullable Instant to, String operator, int records, @Nullable Integer total, Instant createdAt,
			@Nullable Instant finishedAt, @Nullable Instant keptUntil, List<String> allowedActions) {

		static ExportView of(Export export) {
			LongOperation operation = export.operation();
			RecordQuery query = export.request().query();
			return new ExportView(operation.id(), export.state(), query.type(), query.from(), query.to(),
					operation.operator(), operation.done(), operation.total(), operation.createdAt(),
					operation.finishedAt(), export.keptUntil(),
					(export.state() == LongOperation.State.DONE) ? List.of("DOWNLOAD") : List.of());
		}

	}

}
