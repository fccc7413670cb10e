package io.partnerhub.billing.appropriation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.job.Job;
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

	private final AdjustExportStore store;

	private final AdjustRecordStore records;

	private final AdjustExportSettings settings;

	private final Clock clock;

	AdjustExports(AdjustExportStore store, AdjustRecordStore records, AdjustExportSettings settings, Clock clock) {
		this.store = store;
		this.records = records;
		this.settings = settings;
		this.clock = clock;
	}

	/** The filter has a beginning and an end. */
	@Transactional
	AdjustExport begin(Caller caller, AdjustFilter filter, boolean chinese) {
		AppropriationRules.requireViewing(caller);
		checkRange(Objects.requireNonNull(filter.from()), Objects.requireNonNull(filter.before()));
		if (this.store.countRunning(caller.owner()) >= this.settings.open()) {
			throw Problem.conflict("TOO_MANY_EXPORTS", "Wait for one of your running exports to end.")
				.with("limit", this.settings.open());
		}
		AdjustExport export = new AdjustExport(Ids.next(), caller.tenant(), caller.owner(), filter, chinese,
				caller.subject(), AdjustExport.State.RUNNING, this.records.count(filter), 0, 0, null,
				this.clock.instant(), null);
		this.store.insert(export);
		return export;
	}

	@Transactional(readOnly = true)
	AdjustExport get(Caller caller, UUID id) {
		AppropriationRules.requireViewing(caller);
		return this.store.find(caller.owner(), id).map(this::asOfNow).orElseThrow(() -> Problem.notFound("export"));
	}

	@Transactional(readOnly = true)
	Page<AdjustExport> list(Caller caller, PageQuery page) {
		AppropriationRules.requireViewing(caller);
		return Page.of(this.store.page(caller.owner(), page), page, AdjustExport::id).map(this::asOfNow);
	}

	/** The export, if its file can be fetched now. */
	AdjustExport ready(Caller caller, UUID id) {
		AdjustExport export = get(caller, id);
		return switch (export.state()) {
			case DONE -> export;
			case EXPIRED -> throw Problem.conflict("EXPORT_EXPIRED", "The file is not kept any longer.");
			case RUNNING -> throw Problem.conflict("EXPORT_NOT_READY", "The file is not written yet.");
		};
	}

	byte[] part(AdjustExport export, int part) {
		return this.store.part(export.id(), part);
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
		this.store.lockRunning().ifPresent((export) -> {
			int limit = this.settings.recordsPerPart();
			List<AdjustRecord> next = this.records.page(export.filter(), new PageQuery(limit - 1, export.position()));
			boolean last = next.size() < limit;
			this.store.write(export, new AdjustLines(export.chinese()).of(next, export.parts() == 0), next.size(),
					next.isEmpty() ? null : next.getLast().id(), last ? this.clock.instant() : null);
		});
	}

	@Transactional
	void expire() {
		this.store.expire(this.clock.instant().minus(this.settings.kept()), EXPIRED_AT_ONCE);
	}

	/** Kept to the moment, whenever the job comes round. */
	private AdjustExport asOfNow(AdjustExport export) {
		Instant finished = export.finishedAt();
		boolean over = finished != null && !this.clock.instant().isBefore(finished.plus(this.settings.kept()));
		return over ? new AdjustExport(export.id(), export.partnerId(), export.ownerPartnerId(), export.filter(),
				export.chinese(), export.operator(), AdjustExport.State.EXPIRED, export.total(), export.done(),
				export.parts(), export.position(), export.createdAt(), finished) : export;
	}

	private void checkRange(Instant from, Instant to) {
		if (!from.isBefore(to)) {
			throw Problem.invalid("/to", "OUT_OF_RANGE", "must be later than from");
		}
		if (to.isAfter(from.atZone(ZoneOffset.UTC).plusMonths(this.settings.months()).toInstant())) {
			throw Problem
				.badRequest("EXPORT_RANGE_TOO_LONG",
						"At most " + this.settings.months() + " months of records in one export.")
				.with("months", this.settings.months());
		}
	}

}
