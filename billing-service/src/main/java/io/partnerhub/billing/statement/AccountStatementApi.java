package io.partnerhub.billing.statement;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.partnerhub.billing.statement.AccountStatement.Format;
import io.partnerhub.billing.statement.AccountStatement.Language;
import io.partnerhub.billing.statement.AccountStatement.State;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Statements of account for those who see the whole partner (9.1, X-04). */
@RestController
@Tag(name = "Statements of account")
class AccountStatementApi {

	private final AccountStatements statements;

	AccountStatementApi(AccountStatements statements) {
		this.statements = statements;
	}

	@PostMapping("/api/v1/account-statements")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Ask for a statement of account as PDF or CSV, in Chinese or English",
			description = "Up to 12 months that are over. Ask for its progress until its state is DONE, then fetch its"
					+ " file; opening balance, lines and closing balance add up.")
	ResponseEntity<StatementView> begin(Caller caller, @Valid @RequestBody Wish wish) {
		AccountStatement statement = this.statements.begin(caller, wish.wish());
		return ResponseEntity.accepted()
			.location(URI.create("/api/v1/account-statements/" + statement.id()))
			.body(StatementView.of(statement));
	}

	@GetMapping("/api/v1/account-statements")
	@Operation(summary = "List statements, newest first")
	Page<StatementView> list(Caller caller, PageQuery page) {
		return this.statements.list(caller, page).map(StatementView::of);
	}

	@GetMapping("/api/v1/account-statements/{id}")
	@Operation(summary = "A statement and its progress")
	StatementView get(Caller caller, @PathVariable UUID id) {
		return StatementView.of(this.statements.get(caller, id));
	}

	@GetMapping("/api/v1/account-statements/{id}/file")
	@Operation(summary = "Fetch the file of a statement; kept for 3 days")
	ResponseEntity<Resource> file(Caller caller, @PathVariable UUID id) {
		AccountStatement statement = this.statements.get(caller, id);
		String name = "statement-" + id + "." + statement.format().name().toLowerCase(Locale.ROOT);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(statement.format().mediaType()))
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
			.header("X-Content-Type-Options", "nosniff")
			.cacheControl(CacheControl.noStore())
			.body(new InputStreamResource(this.statements.file(statement)));
	}

	/**
	 * What is wanted.
	 *
	 * @param accountId one of the partner's own accounts; cash unless told
	 * @param from first moment of the period
	 * @param to first moment after it; not in the future, at most 12 months later
	 * @param format PDF (at most 50,000 entries) or CSV (2,000,000)
	 * @param language zh, unless en is wanted
	 */
	record Wish(@Nullable UUID accountId, @NotNull Instant from, @NotNull Instant to, @NotNull Format format,
			@Nullable Language language) {

		AccountStatements.Wish wish() {
			return new AccountStatements.Wish(this.accountId, this.from, this.to, this.format,
					(this.language != null) ? this.language : Language.zh);
		}

	}

	/**
	 * A statement.
	 *
	 * @param total entries it will have, and {@code done} how many are written
	 * @param allowedActions DOWNLOAD while there is a file
	 */
	record StatementView(UUID id, State state, UUID accountId, Format format, Language language, Instant from,
			Instant to, Money openingBalance, Money closingBalance, int done, int total, String operator,
			Instant createdAt, @Nullable Instant finishedAt, List<String> allowedActions) {

		static StatementView of(AccountStatement statement) {
			return new StatementView(statement.id(), statement.state(), statement.accountId(), statement.format(),
					statement.language(), statement.from(), statement.to(), statement.opening().balance(),
					statement.closing().balance(), statement.done(), statement.total(), statement.operator(),
					statement.createdAt(), statement.finishedAt(),
					(statement.state() == State.DONE) ? List.of("DOWNLOAD") : List.of());
		}

	}

}
