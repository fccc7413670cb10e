package io.partnerhub.billing.order;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.partnerhub.billing.export.ExportFile;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.job.FileProgress;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Exports of order lines for front ends: ask, wait, fetch (ORD-04, X-04). */
@RestController
@Tag(name = "Orders")
class LineExportApi {

	private final LineExports exports;

	private final KnownPartners partners;

	LineExportApi(LineExports exports, KnownPartners partners) {
		this.exports = exports;
		this.partners = partners;
	}

	@PostMapping("/api/v1/order-line-exports")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Export the order lines you see, up to 200,000 at once",
			description = "Headings are Chinese or English by Accept-Language; names are anonymised. 400 EXPORT_RANGE_TOO_LONG, "
					+ "EXPORT_TOO_LARGE; 409 TOO_MANY_EXPORTS.")
	View begin(Caller caller, @Valid @RequestBody(required = false) @Nullable Wish filter, Locale locale) {
		Wish wish = (filter != null) ? filter : Wish.ALL;
		boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
		OrderSight sight = OrderSight.of(caller, this.partners.realmOf(caller, wish.indirectPartnerId()));
		return View.of(this.exports.begin(caller, sight, wish.filter(), chinese));
	}

	@GetMapping("/api/v1/order-line-exports")
	@Operation(summary = "List exports of order lines, newest first",
			description = "Who sees less than the whole partner sees his own exports.")
	Page<View> list(Caller caller, PageQuery page) {
		return this.exports.list(caller, page).map(View::of);
	}

	@GetMapping("/api/v1/order-line-exports/{id}")
	@Operation(summary = "Show an export of order lines and its progress")
	View get(Caller caller, @PathVariable UUID id) {
		return View.of(this.exports.get(caller, id));
	}

	@GetMapping("/api/v1/order-line-exports/{id}/file")
	@Operation(summary = "Fetch the file of an export of order lines; kept for 3 days",
			description = "409 EXPORT_NOT_READY, EXPORT_EXPIRED.")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
	void file(Caller caller, @PathVariable UUID id, HttpServletResponse response) throws IOException {
		LineExport export = this.exports.ready(caller, id);
		ExportFile.send(response, "order-lines", export.progress(), (part) -> this.exports.part(export, part));
	}

	/**
	 * Which lines are wanted; absent values do not limit.
	 *
	 * @param expireTimeFrom when what was ordered ends, at this time or later; goes with
	 * expireTimeTo
	 * @param expireTimeTo before this; at most 12 months later
	 * @param customerName begins so; from 3 characters on, has that anywhere
	 * @param indirectPartnerId the reseller whose customers' orders are wanted
	 */
	@Schema(name = "OrderLineExportWish")
	record Wish(@Nullable Instant expireTimeFrom, @Nullable Instant expireTimeTo,
			@Nullable @Size(min = 1, max = 128) String customerName, @Nullable @Size(min = 1, max = 64) String orderId,
			@Nullable @Size(min = 1, max = 64) String serviceTypeCode, @Nullable OrderType orderType,
			@Nullable OrderStatus status, @Nullable UUID indirectPartnerId) {

		static final Wish ALL = new Wish(null, null, null, null, null, null, null, null);

		LineFilter filter() {
			return new LineFilter(new OrderPeriods.Range(this.expireTimeFrom, this.expireTimeTo), this.customerName,
					this.orderId, this.serviceTypeCode, this.orderType, this.status);
		}

	}

	/**
	 * An export.
	 *
	 * @param state EXPIRED once the file is not kept any longer
	 * @param lines how many are written of {@code total}
	 * @param allowedActions DOWNLOAD while there is a file
	 */
	@Schema(name = "OrderLineExport")
	record View(UUID id, FileProgress.State state, String operator, int lines, int total, Instant createdAt,
			@Nullable Instant finishedAt, List<String> allowedActions) {

		static View of(LineExport export) {
			FileProgress progress = export.progress();
			return new View(progress.id(), progress.state(), progress.operator(), progress.done(), progress.total(),
					progress.createdAt(), progress.finishedAt(), ExportFile.allowedActions(progress));
		}

	}

}
