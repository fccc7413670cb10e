package io.partnerhub.billing.consumption;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.partnerhub.billing.consumption.Consumptions.SubAccount;
import io.partnerhub.billing.consumption.RowProblem.Issue;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The vendor's feed of consumption: batches of records, FOCUS files, and which customer
 * an account of those files is.
 */
@RestController
class VendorConsumptionApi {

	private static final int ISSUES = 1000;

	private final Consumptions consumptions;

	private final ConsumptionImports imports;

	private final ConsumptionSettings settings;

	private final Clock clock;

	VendorConsumptionApi(Consumptions consumptions, ConsumptionImports imports, ConsumptionSettings settings,
			Clock clock) {
		this.consumptions = consumptions;
		this.imports = imports;
		this.settings = settings;
		this.clock = clock;
	}

	@PostMapping("/api/v1/vendor/consumption")
	@Operation(summary = "Records consumption, 1 to 1,000 records at a time; each counts once by its id",
			description = "Each record counts for the partner and account manager who had the customer at its trade time. "
					+ "A record whose customer is unknown or was nobody's then is named with NOT_ASSOCIATED or "
					+ "UNKNOWN_SUB_ACCOUNT and may be sent again; one told before otherwise with RECORD_CONTRADICTS. "
					+ "400 CYCLE_OUT_OF_RANGE if a month lies beyond the next one: nothing is recorded.")
	Answer post(Caller caller, @Valid @RequestBody Request request) {
		caller.require(Caller.Kind.VENDOR);
		List<RecordRequest> records = request.records();
		BillCycle latest = this.settings.latest(this.clock.instant());
		Consumptions.Posted posted = this.consumptions.post(IntStream.range(0, records.size())
			.mapToObj((place) -> records.get(place).consumed(place, latest))
			.toList());
		return new Answer(posted.posted(), posted.repeated(),
				posted.issues()
					.stream()
					.map((issue) -> new Refused(records.get((int) issue.line() - 1).id(), issue.code()))
					.toList());
	}

	@PostMapping("/api/v1/vendor/sub-accounts")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Tells which customers the accounts of cost files are, 1 to 1,000 at a time")
	void name(Caller caller, @Valid @RequestBody SubAccounts request) {
		caller.require(Caller.Kind.VENDOR);
		this.consumptions
			.name(request.items().stream().map((each) -> new SubAccount(each.id(), each.customerId())).toList());
	}

	@PostMapping("/api/v1/vendor/consumption-files")
	@Operation(summary = "Imports a FOCUS 1.x file (CSV); the answer tells where to ask how far it is",
			description = "The body is the file, plain or as gzip, at most 4 GB; the gateway lets 12 MB through, and rows "
					+ "may be spread over several files. The same content is one import, however often it is sent; "
					+ "it is gone through again only if it failed, or if customers of its were unknown. A file with a "
					+ "wrong row is refused as a whole, rows of unknown accounts are left out and named.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
			content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
	ResponseEntity<ImportView> take(Caller caller, HttpServletRequest request) throws IOException {
		caller.require(Caller.Kind.VENDOR);
		try (ReceivedFile file = ReceivedFile.read(request.getInputStream(), this.settings.fileLimit())) {
			ConsumptionImport taken = this.imports.accept(caller.subject(), file);
			return ResponseEntity.accepted()
				.location(URI.create("/api/v1/vendor/consumption-files/" + taken.id()))
				.body(ImportView.of(taken));
		}
	}

	@GetMapping("/api/v1/vendor/consumption-files")
	@Operation(summary = "Imported files, newest first")
	Page<ImportView> list(Caller caller, PageQuery page) {
		caller.require(Caller.Kind.VENDOR);
		return this.imports.page(page).map(ImportView::of);
	}

	@GetMapping("/api/v1/vendor/consumption-files/{id}")
	@Operation(summary = "How far the import of a file is")
	ImportView get(Caller caller, @PathVariable UUID id) {
		caller.require(Caller.Kind.VENDOR);
		return ImportView.of(this.imports.get(id));
	}

	@GetMapping("/api/v1/vendor/consumption-files/{id}/issues")
	@Operation(summary = "What is wrong with which rows of a file, 1,000 at a time after the given row",
			description = "The header is row 1. UNKNOWN_SUB_ACCOUNT and NOT_ASSOCIATED: the row was left out. Any other "
					+ "code: nothing of the file was taken.")
	Issues issues(Caller caller, @PathVariable UUID id, @RequestParam(required = false) @Nullable Long after) {
		caller.require(Caller.Kind.VENDOR);
		if (after != null && after < 0) {
			throw Problem.invalid("?after", "OUT_OF_RANGE", "after is a row of the file.");
		}
		return new Issues(this.imports.issues(id, (after != null) ? after : 0, ISSUES));
	}

	/** A batch. */
	record Request(@NotEmpty @Size(max = 1000) List<@NotNull @Valid RecordRequest> records) {
	}

	/**
	 * What became of a batch.
	 *
	 * @param posted records that count now
	 * @param repeated records that had been told before
	 */
	record Answer(long posted, long repeated, List<Refused> refused) {
	}

	/** A record that was not posted. */
	record Refused(String id, String code) {
	}

	/** Accounts of cost files. */
	record SubAccounts(@NotEmpty @Size(max = 1000) List<@NotNull @Valid Named> items) {
	}

	/** One account, named as in the column SubAccountId. */
	record Named(@NotNull @Size(min = 1, max = 256) String id, @NotNull UUID customerId) {
	}

	/** Rows that were left out, or for which the file was refused. */
	record Issues(List<Issue> items) {
	}

	/**
	 * An imported file.
	 *
	 * @param failure why nothing of it was taken, for state FAILED
	 * @param done rows read so far
	 * @param posted rows that count now
	 * @param repeated rows that had been told before
	 * @param refused rows of unknown customers, or of such as nobody had at the time
	 */
	record ImportView(UUID id, ConsumptionImport.State state, @Nullable String failure, long bytes, long done,
			long posted, long repeated, long refused, String operator, Instant createdAt,
			@Nullable Instant finishedAt) {

		static ImportView of(ConsumptionImport file) {
			return new ImportView(file.id(), file.state(), file.failure(), file.bytes(), file.done(), file.posted(),
					file.repeated(), file.refused(), file.operator(), file.createdAt(), file.finishedAt());
		}

	}

}
