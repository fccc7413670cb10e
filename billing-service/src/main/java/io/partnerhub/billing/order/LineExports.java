package io.partnerhub.billing.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.DataScope;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.job.Job;
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

	private final LineExportStore store;

	private final LineListStore lines;

	private final LineExportSettings settings;

	private final Clock clock;

	LineExports(LineExportStore store, LineListStore lines, LineExportSettings settings, Clock clock) {
		this.store = store;
		this.lines = lines;
		this.settings = settings;
		this.clock = clock;
	}

	@Transactional
	LineExport begin(Caller caller, OrderSight sight, LineFilter filter, boolean chinese) {
		checkRange(filter.expires());
		Realm realm = Realm.of(caller);
		if (this.store.countRunning(realm) >= this.settings.open()) {
			throw Problem.conflict("TOO_MANY_EXPORTS", "Wait for one of your running exports to end.")
				.with("limit", this.settings.open());
		}
		int total = this.lines.count(filter.on(sight.conditions()), this.settings.most() + 1);
		if (total > this.settings.most()) {
			throw Problem.badRequest("EXPORT_TOO_LARGE", "That is more than one export takes; ask for less.")
				.with("most", this.settings.most());
		}
		LineExport export = new LineExport(Ids.next(), realm, sight, filter, chinese, caller.subject(),
				LineExport.State.RUNNING, total, 0, 0, null, this.clock.instant(), null);
		this.store.insert(export);
		return export;
	}

	@Transactional(readOnly = true)
	LineExport get(Caller caller, UUID id) {
		return this.store.find(Realm.of(caller), operator(caller), id)
			.map(this::asOfNow)
			.orElseThrow(() -> Problem.notFound("export"));
	}

	@Transactional(readOnly = true)
	Page<LineExport> list(Caller caller, PageQuery page) {
		return Page.of(this.store.page(Realm.of(caller), operator(caller), page), page, LineExport::id)
			.map(this::asOfNow);
	}

	/** The export, if its file can be fetched now. */
	LineExport ready(Caller caller, UUID id) {
		LineExport export = get(caller, id);
		return switch (export.state()) {
			case DONE -> export;
			case EXPIRED -> throw Problem.conflict("EXPORT_EXPIRED", "The file is not kept any longer.");
			case RUNNING -> throw Problem.conflict("EXPORT_NOT_READY", "The file is not written yet.");
		};
	}

	byte[] part(LineExport export, int part) {
		return this.store.part(export.id(), part);
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
		this.store.lockRunning().ifPresent((export) -> {
			int limit = this.settings.linesPerPart();
			List<LineListStore.Row> next = this.lines.page(export.filter().on(export.sight().conditions()),
					new PageQuery(limit - 1, export.position()));
			boolean last = next.size() < limit;
			this.store.write(export, new LineSheet(export.chinese()).of(next, export.parts() == 0), next.size(),
					next.isEmpty() ? null : next.getLast().line().id(), last ? this.clock.instant() : null);
		});
	}

	@Transactional
	public void expire() {
		this.store.expire(this.clock.instant().minus(this.settings.kept()), EXPIRED_AT_ONCE);
	}

	private static @Nullable String operator(Caller caller) {
		OrderSight.requireViewing(caller);
		return (caller.scope() == DataScope.ALL) ? null : caller.subject();
	}

	/** Kept to the moment, whenever the job comes round. */
	private LineExport asOfNow(LineExport export) {
		Instant finished = export.finishedAt();
		boolean over = finished != null && !this.clock.instant().isBefore(finished.plus(this.settings.kept()));
		return over ? export.expired() : export;
	}

	private void checkRange(OrderPeriods.Range range) {
		Instant from = range.from();
		Instant to = range.to();
		if (range.isOpen()) {
			return;
		}
		if (from == null || to == null || !from.isBefore(to)) {
			throw Problem.invalid("/expireTimeTo", "OUT_OF_RANGE", "a range has a beginning, and an end after it");
		}
		if (to.isAfter(from.atZone(ZoneOffset.UTC).plusMonths(this.settings.months()).toInstant())) {
			throw Problem
				.badRequest("EXPORT_RANGE_TOO_LONG", "At most " + this.settings.months() + " months in one export.")
				.with("months", this.settings.months());
		}
	}

}
