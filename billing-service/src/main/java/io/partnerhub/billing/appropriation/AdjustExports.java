package io.partnerhub.billing.appropriation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.partnerhub.billing.export.ExportRules;
import io.partnerhub.billing.ledger.Realm;
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
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exports of adjust records (ADJ-09): asked for, written part by part, fetched while they
 * are kept, then gone.
 */
@Service
class AdjustExports {

	private static final int EXPIRED_AT_ONCE = 100;

	private final PartFiles files;

	private final AdjustExportStore store;

	private final AdjustRecordStore records;

	private final AdjustExportSettings settings;

	private final Kept kept;

	private final Clock clock;

	AdjustExports(AdjustExportStore store, AdjustRecordStore records, AdjustExportSettings settings, Clock clock) {
		this.files = store.files();
		this.store = store;
		this.records = records;
		this.settings = settings;
		this.kept = new Kept(settings.kept(), clock);
		this.clock = clock;
	}

	/** The filter has a beginning and an end. */
	@Transactional
	AdjustExport begin(Caller caller, AdjustFilter filter, boolean chinese) {
		AppropriationRules.requireViewing(caller);
		ExportRules.requireRange("/to", Objects.requireNonNull(filter.from()), Objects.requireNonNull(filter.before()),
				this.settings.months());
		ExportRules.requireFewRunning(this.files.countRunning(caller.owner()), this.settings.open());
		FileProgress progress = FileProgress.begun(Ids.next(), caller.subject(), this.records.count(filter),
				this.clock.instant());
		AdjustExport export = new AdjustExport(progress, Realm.of(caller), filter, chinese);
		this.store.insert(export);
		return export;
	}

	@Transactional(readOnly = true)
	AdjustExport get(Caller caller, UUID id) {
		AppropriationRules.requireViewing(caller);
		return this.store.find(caller.owner(), id)
			.map((export) -> export.asOfNow(this.kept))
			.orElseThrow(() -> Problem.notFound("export"));
	}

	@Transactional(readOnly = true)
	Page<AdjustExport> list(Caller caller, PageQuery page) {
		AppropriationRules.requireViewing(caller);
		return Page.of(this.store.page(caller.owner(), page), page, (export) -> export.progress().id())
			.map((export) -> export.asOfNow(this.kept));
	}

	/** The export, if its file can be fetched now. */
	AdjustExport ready(Caller caller, UUID id) {
		AdjustExport export = get(caller, id);
		ExportRules.requireFile(export.progress());
		return export;
	}

	byte[] part(AdjustExport export, int part) {
		return this.files.read(export.progress().id(), part);
	}

	@Bean
	static Job adjustExportJob(AdjustExports exports) {
		return new Job("adjust-exports", Duration.ofSeconds(1), exports::writeNext);
	}

	@Bean
	static Job adjustExportExpiryJob(AdjustExports exports) {
		return new Job("adjust-export-expiry", Duration.ofMinutes(10), exports::expire);
	}

	/** One part of the export that waits longest. */
	@Transactional
	void writeNext() {
		this.files.lockNext().map(this.store::get).ifPresent((export) -> {
			FileProgress progress = export.progress();
			int limit = this.settings.recordsPerPart();
			List<AdjustRecord> next = this.records.page(export.filter(), new PageQuery(limit - 1, progress.position()));
			this.files
				.write(progress,
						new Part(new AdjustLines(export.chinese()).of(next, progress.parts() == 0), next.size(),
								next.isEmpty() ? null : next.getLast().id(), next.size() < limit),
						this.clock.instant());
		});
	}

	@Transactional
	void expire() {
		this.files.expire(this.kept.before(), EXPIRED_AT_ONCE);
	}

}
