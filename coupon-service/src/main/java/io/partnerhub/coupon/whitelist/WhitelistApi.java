package io.partnerhub.coupon.whitelist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.partnerhub.coupon.settings.CouponProperties;
import io.partnerhub.coupon.whitelist.ImportReport.WrongRow;
import io.partnerhub.platform.privacy.Masks;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** White-lists for front ends of government-subsidy partners. */
@RestController
@Tag(name = "White-lists")
class WhitelistApi {

	private final Whitelists whitelists;

	private final CouponProperties.Whitelist limits;

	WhitelistApi(Whitelists whitelists, CouponProperties properties) {
		this.whitelists = whitelists;
		this.limits = properties.whitelist();
	}

	@PutMapping(path = "/api/v1/whitelist", consumes = "application/json")
	@Operation(summary = "Replace the white-list: up to 1,000 customers as JSON, up to 20,000 as a CSV file",
			description = "All rows or none: a wrong one is answered with its number and code. A CSV file is UTF-8, begins with "
					+ "the line accountName,name and has at least one row more: else 400 MALFORMED_FILE. An account the vendor has "
					+ "not told of yet may be listed; it has no customerId until then. With dryRun=true nothing is imported and "
					+ "the report alone is answered.")
	Imported replace(Caller caller, @Valid @RequestBody Rows rows,
			@RequestParam(defaultValue = "false") boolean dryRun) {
		if (rows.customers().size() > this.limits.rowsPerCommand()) {
			throw Problem
				.badRequest("TOO_MANY_ROWS", "At most " + this.limits.rowsPerCommand() + " rows in one command.")
				.with("limit", this.limits.rowsPerCommand());
		}
		List<WhitelistRow> list = new ArrayList<>();
		rows.customers()
			.forEach((row) -> list.add(new WhitelistRow(list.size() + 1, text(row.accountName()), text(row.name()))));
		return replace(caller, list, dryRun);
	}

	@PutMapping(path = "/api/v1/whitelist", consumes = "text/csv")
	@Operation(summary = "Replace the white-list by a CSV file, as above",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
	Imported upload(Caller caller, @RequestBody byte[] file, @RequestParam(defaultValue = "false") boolean dryRun) {
		return replace(caller, WhitelistFile.read(file, this.limits.rowsPerFile()), dryRun);
	}

	@GetMapping("/api/v1/whitelist/customers")
	@Operation(
			summary = "Search the newest white-list by the beginning, or from 3 characters any part, of account or name")
	Page<CustomerView> search(Caller caller, @RequestParam @Nullable String accountName,
			@RequestParam @Nullable String name, PageQuery page) {
		return this.whitelists.search(caller, checked("accountName", accountName), checked("name", name), page)
			.map((row) -> new CustomerView(row.id(), row.customerId(), row.accountName(), Masks.name(row.name())));
	}

	@GetMapping("/api/v1/whitelist/versions")
	@Operation(summary = "List the imports of the white-list, newest first")
	Page<VersionView> versions(Caller caller, PageQuery page) {
		return this.whitelists.versions(caller, page)
			.map((list) -> new VersionView(list.version(), list.customers(), list.operator(), list.importedAt()));
	}

	private Imported replace(Caller caller, List<WhitelistRow> rows, boolean dryRun) {
		if (dryRun) {
			ImportReport report = this.whitelists.check(caller, rows);
			return new Imported(null, report.good().size(), report.wrongRows(), report.wrong());
		}
		Whitelist list = this.whitelists.replace(caller, rows);
		return new Imported(list.version(), list.customers(), 0, List.of());
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

	private static @Nullable String checked(String parameter, @Nullable String text) {
		if (text != null && (text.length() > 128 || text.indexOf(0) >= 0)) {
			throw Problem.invalid("?" + parameter, "SIZE", "at most 128 characters");
		}
		return text;
	}

	/** A whole white-list. */
	@Schema(name = "Whitelist")
	record Rows(@NotEmpty List<@NotNull Row> customers) {
	}

	/**
	 * A customer on it.
	 *
	 * @param accountName login name, 1–64 characters, in any case
	 * @param name 1–128 characters
	 */
	@Schema(name = "WhitelistRow")
	record Row(@Nullable String accountName, @Nullable String name) {
	}

	/**
	 * What was imported, or would be.
	 *
	 * @param version of the list that counts now; absent after a dry run
	 * @param accepted rows that were, or can be, imported
	 * @param wrongRows how many rows are wrong; with one, nothing is imported
	 * @param rows the first 1,000 wrong rows
	 */
	@Schema(name = "WhitelistImport")
	record Imported(@Nullable Integer version, int accepted, int wrongRows, List<WrongRow> rows) {
	}

	/**
	 * A listed customer.
	 *
	 * @param customerId what coupons are issued to; absent while the vendor has not told
	 * of the account
	 * @param name masked
	 */
	@Schema(name = "WhitelistCustomer")
	record CustomerView(UUID id, @Nullable UUID customerId, String accountName, @Nullable String name) {
	}

	/** One import. */
	@Schema(name = "WhitelistVersion")
	record VersionView(int version, int customers, String operator, Instant importedAt) {
	}

}
