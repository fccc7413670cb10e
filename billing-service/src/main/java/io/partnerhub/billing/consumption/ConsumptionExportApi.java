package io.partnerhub.billing.consumption;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.consumption.ConsumptionExports.DayFile;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Consumption as daily files (CON-07). */
@RestController
class ConsumptionExportApi {

	private final ConsumptionExports exports;

	ConsumptionExportApi(ConsumptionExports exports) {
		this.exports = exports;
	}

	@PutMapping("/api/v1/consumption-subscription")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Have what is recorded on each day from today on written into a file, in UTC+8")
	void subscribe(Caller caller) {
		caller.requireWhole(Permission.VIEW_CUSTOMERS);
		this.exports.subscribe(Realm.of(caller), caller.subject());
	}

	@DeleteMapping("/api/v1/consumption-subscription")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Have no more files written")
	void unsubscribe(Caller caller) {
		caller.requireWhole(Permission.VIEW_CUSTOMERS);
		this.exports.unsubscribe(Realm.of(caller));
	}

	@GetMapping("/api/v1/consumption-exports")
	@Operation(summary = "Daily files of consumption, latest first")
	Page<FileView> list(Caller caller, PageQuery page) {
		caller.requireWhole(Permission.VIEW_CUSTOMERS);
		return this.exports.page(Realm.of(caller), page).map(FileView::of);
	}

	@GetMapping("/api/v1/consumption-exports/{id}/file")
	@Operation(summary = "Fetch a daily file (CSV)", description = "409 CONSUMPTION_EXPORT_EXPIRED after 31 days.")
	ResponseEntity<Resource> file(Caller caller, @PathVariable UUID id) {
		caller.requireWhole(Permission.VIEW_CUSTOMERS);
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv"))
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"consumption-" + id + ".csv\"")
			.header("X-Content-Type-Options", "nosniff")
			.cacheControl(CacheControl.noStore())
			.body(new InputStreamResource(this.exports.file(Realm.of(caller), id)));
	}

	/**
	 * A daily file.
	 *
	 * @param day in UTC+8
	 * @param allowedActions DOWNLOAD while it is kept
	 */
	record FileView(UUID id, LocalDate day, long records, Instant createdAt, List<String> allowedActions) {

		static FileView of(DayFile file) {
			return new FileView(file.id(), file.day(), file.records(), file.createdAt(),
					file.kept() ? List.of("DOWNLOAD") : List.of());
		}

	}

}
