package io.partnerhub.billing.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.export.ExportRules;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.DataScope;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.job.FileProgress;
import io.partnerhub.platform.job.Job;
import io.partnerhub.platform.job.Kept;
import io.partnerhub.platform.job.PartFiles;
import io.partnerhub.platform.job.PartFiles.Part;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exports of order lines (ORD-04): asked for, written part by part with what the caller
 * sees, fetched while they are kept, then gone. Who sees less than the whole
 * partner sees his own exports alone.
 */
@Service
class LineExports {

	private static final int EXPIRED_AT_ONCE = 100;

	private static final Duration EXPIRE_EVERY = Duration.ofMinutes(10);

	private final PartFiles files;

	private final LineExportStore store;

	private final LineListStore lines;

	private final LineExportSettings settings;

	private final Kept kept;

	private final Clock clock;

	LineExports(LineExportStore store, LineListStore lines, LineExportSettings settings, Clock clock) {
		this.files = store.files();
		this.store = store;
		this.lines = lines;
		this.settings = settings;
		this.kept = new Kept(settings.kept(), clock);
		this.clock = clock;
	}

	@Transactional
	LineExport begin(Caller caller, OrderSight sight, LineFilter filter, boolean chinese) {
		checkRange(filter.expires());
		Realm realm = Realm.of(caller);
		ExportRules.requireFewRunning(this.files.countRunning(realm.ownerPartnerId()), this.settings.open());
		int total = this.lines.count(filter.on(sight.conditions()), this.settings.most() + 1);
		if (total > this.settings.most()) {
			throw Problem.badRequest("EXPORT_TOO_LARGE", "That is more than one export takes; ask for less.")
				.with("most", this.settings.most());
		}
		LineExport export = new LineExport(
				FileProgress.begun(Ids.next(), caller.subject(), total, this.clock.instant()), realm, sight, filter,
				chinese);
		this.store.insert(export);
		return export;
	}

	@Transactional(readOnly = true)
	LineExport get(Caller caller, UUID id) {
		return this.store.find(Realm.of(caller), operator(caller), id)
			.map((export) -> export.asOfNow(this.kept))
			.orElseThrow(() -> Problem.notFound("export"));
	}

	@Transactional(readOnly = true)
	Page<LineExport> list(Caller caller, PageQuery page) {
		return Page
			.of(this.store.page(Realm.of(caller), operator(caller), page), page, (export) -> export.progress().id())
			.map((export) -> export.asOfNow(this.kept));
	}

	/** The export, if its file can be fetched now. */
	LineExport ready(Caller caller, UUID id) {
		LineExport export = get(caller, id);
		ExportRules.requireFile(export.progress());
		return export;
	}

	byte[] part(LineExport export, int part) {
		return this.files.read(export.progress().id(), part);
	}

	@Bean
	static Job orderLineExportJob(LineExports exports) {
		return new Job("order-line-exports", Duration.ofSeconds(1), exports::writeNext);
	}

	@Bean
	static Job orderLineExportExpiryJob(LineExports exports) {
		return new Job("order-line-export-expiry", EXPIRE_EVERY, exports::expire);
	}

	/** One part of the export that waits longest. */
	@Transactional
	public void writeNext() {
		this.files.lockNext().map(this.store::get).ifPresent((export) -> {
			FileProgress progress = export.progress();
			int limit = this.settings.linesPerPart();
			List<LineListStore.Row> next = this.lines.page(export.filter().on(export.sight().conditions()),
					new PageQuery(limit - 1, progress.position()));
			this.files.write(progress,
					new Part(new LineSheet(export.chinese()).of(next, progress.parts() == 0), next.size(),
							next.isEmpty() ? null : next.getLast().line().id(), next.size() < limit),
					this.clock.instant());
		});
	}

	@Transactional
	public void expire() {
		this.files.expire(this.kept.before(), EXPIRED_AT_ONCE);
	}

	private static @Nullable String operator(Caller caller) {
		OrderSight.requireViewing(caller);
		return (caller.scope() == DataScope.ALL) ? null : caller.subject();
	}

	private void checkRange(OrderPeriods.Range range) {
		Instant from = range.from();
		Instant to = range.to();
		if (range.isOpen()) {
			return;
		}
		if (from == null || to == null) {
			throw Problem.invalid("/expireTimeTo", "OUT_OF_RANGE", "A range has a beginning, and an end after it.");
		}
		ExportRules.requireRange("/expireTimeTo", from, to, this.settings.months());
	}

}
