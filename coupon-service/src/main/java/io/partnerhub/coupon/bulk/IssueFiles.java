package io.partnerhub.coupon.bulk;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.partnerhub.coupon.operation.LongOperation;
import io.partnerhub.coupon.operation.LongOperation.Kind;
import io.partnerhub.coupon.operation.LongOperations;
import io.partnerhub.coupon.voucher.VoucherRows;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.job.Job;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files of vouchers: their rows are stored as they arrive, and an operation works through
 * them. The right to issue is checked when the file comes in.
 */
@Service
class IssueFiles {

	private static final Duration PURGE_EVERY = Duration.ofMinutes(1);

	private static final int FILES_AT_ONCE = 100;

	private static final int PURGED_AT_ONCE = 10_000;

	private final IssueRowStore store;

	private final VoucherRows vouchers;

	private final LongOperations operations;

	private final BulkSettings settings;

	private final JsonMapper json;

	private final Clock clock;

	IssueFiles(IssueRowStore store, VoucherRows vouchers, LongOperations operations, BulkSettings settings,
			JsonMapper json, Clock clock) {
		this.store = store;
		this.vouchers = vouchers;
		this.operations = operations;
		this.settings = settings;
		this.json = json;
		this.clock = clock;
	}

	/** One transaction: a file that breaks off leaves nothing behind. */
	@Transactional
	LongOperation accept(Caller caller, UUID quotaId, boolean dryRun, InputStream body) {
		this.vouchers.check(caller, quotaId);
		LongOperation operation = this.operations.begin(caller, Kind.VOUCHER_ISSUE, dryRun,
				this.json.writeValueAsString(new IssueRequest(quotaId)));
		AtomicInteger refused = new AtomicInteger();
		int total = new CsvFile(this.settings).read(body, (rows) -> {
			this.store.insert(operation.id(), rows);
			rows.stream()
				.filter((row) -> row.outcome() == IssueRow.Outcome.FAILED)
				.forEach((_) -> refused.incrementAndGet());
		});
		return this.operations.counted(operation, total, refused.get());
	}

	/** The rows of an operation, in the order of the file. */
	@Transactional(readOnly = true)
	Page<IssueRow> rows(Caller caller, UUID operationId, IssueRow.@Nullable Outcome outcome, PageQuery page) {
		LongOperation operation = this.operations.get(caller, operationId);
		int after = (page.after() != null) ? (int) page.after().getLeastSignificantBits() : 0;
		return Page.of(this.store.page(operation.id(), outcome, after, page.fetch()), page,
				(row) -> new UUID(0, row.number()));
	}

	/** The rows of finished files go after 30 days, some at a time. */
	@Bean
	static Job issueRowRetention(IssueFiles files) {
		return new Job("issue-row-retention", PURGE_EVERY, files::purge);
	}

	void purge() {
		int left = PURGED_AT_ONCE;
		for (LongOperation operation : this.operations.finishedBefore(Kind.VOUCHER_ISSUE,
				this.clock.instant().minus(this.settings.rowsKept()), FILES_AT_ONCE)) {
			int deleted = (left > 0) ? this.store.delete(operation.id(), left) : 0;
			if (deleted < left) {
				this.operations.forgotten(operation);
			}
			left -= deleted;
		}
	}

	/** What the file is about. */
	record IssueRequest(UUID quotaId) {
	}

}
