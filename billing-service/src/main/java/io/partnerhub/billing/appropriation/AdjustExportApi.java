package io.partnerhub.billing.appropriation;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.partnerhub.billing.appropriation.AdjustRecordApi.OperationType;
import io.partnerhub.billing.export.ExportFile;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.contracts.AppropriationType;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.job.FileProgress;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Exports of adjust records for front ends: ask, wait, fetch (ADJ-09, X-04). */
@RestController
class AdjustExportApi {

	private final AdjustExports exports;

	private final KnownPartners partners;

	AdjustExportApi(AdjustExports exports, KnownPartners partners) {
		this.exports = exports;
		this.partners = partners;
	}

	@PostMapping("/api/v1/appropriation-exports")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Export appropriations, reclaims and returns of up to 12 months",
			description = "Headings are Chinese or English by Accept-Language; names are anonymised.")
	View begin(Caller caller, @Valid @RequestBody Wish wish, Locale locale) {
		AppropriationRules.requireViewing(caller);
		boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
		return View.of(this.exports.begin(caller,
				new AdjustFilter(this.partners.realmOf(caller, wish.indirectPartnerId()), wish.targetId(),
						(wish.operationType() != null) ? wish.operationType().kind() : null, wish.type(), null,
						wish.from(), null, wish.to()),
				chinese));
	}

	@GetMapping("/api/v1/appropriation-exports")
	@Operation(summary = "List exports, newest first")
	Page<View> list(Caller caller, PageQuery page) {
		return this.exports.list(caller, page).map(View::of);
	}

	@GetMapping("/api/v1/appropriation-exports/{id}")
	@Operation(summary = "Show an export and its progress")
	View get(Caller caller, @PathVariable UUID id) {
		return View.of(this.exports.get(caller, id));
	}

	@GetMapping("/api/v1/appropriation-exports/{id}/file")
	@Operation(summary = "Fetch the file of an export; kept for 3 days")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
	void file(Caller caller, @PathVariable UUID id, HttpServletResponse response) throws IOException {
		AdjustExport export = this.exports.ready(caller, id);
		ExportFile.send(response, "appropriations", export.progress(), (part) -> this.exports.part(export, part));
	}

	/**
	 * Which records are wanted.
	 *
	 * @param from at this time or later
	 * @param to before this; at most 12 months later
	 * @param targetId a customer or a reseller
	 * @param indirectPartnerId the reseller whose own records are wanted
	 */
	record Wish(@NotNull Instant from, @NotNull Instant to, @Nullable UUID targetId,
			@Nullable OperationType operationType, @Nullable AppropriationType type, @Nullable UUID indirectPartnerId) {
	}

	/**
	 * An export.
	 *
	 * @param state EXPIRED once the file is not kept any longer
	 * @param records how many are written of {@code total}
	 * @param allowedActions DOWNLOAD while there is a file
	 */
	record View(UUID id, FileProgress.State state, String operator, int records, int total, Instant createdAt,
			@Nullable Instant finishedAt, List<String> allowedActions) {

		static View of(AdjustExport export) {
			FileProgress progress = export.progress();
			return new View(progress.id(), progress.state(), progress.operator(), progress.done(), progress.total(),
					progress.createdAt(), progress.finishedAt(), ExportFile.allowedActions(progress));
		}

	}

}
