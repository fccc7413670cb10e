package io.partnerhub.billing.performance;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;

import io.partnerhub.billing.attribution.Sight;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.performance.PerformanceStore.ResellerShare;
import io.partnerhub.billing.performance.PerformanceStore.Share;
import io.partnerhub.contracts.DataScope;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.event.Outbox.Fact;
import io.partnerhub.platform.job.Job;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Performance month by month. A month is settled some days after its end: its sheets
 * never change, and what comes late counts in the first month still open.
 */
@Service
@Transactional
public class PerformanceSheets {

	/** Before any consumption. */
	private static final int BEGINNING = 200001;

	private static final int RESELLERS = 1000;

	private final PerformanceStore store;

	private final PerformanceSettings settings;

	private final Outbox outbox;

	private final Clock clock;

	PerformanceSheets(PerformanceStore store, PerformanceSettings settings, Outbox outbox, Clock clock) {
		this.store = store;
		this.settings = settings;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * The first month that can still grow, such as 202603; it stays open until the
	 * present transaction ends.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public int holdOpenPeriod() {
		this.store.holdOpen();
		return firstOpen();
	}

	/**
	 * The same, and nothing is posted before the present transaction ends; given up soon
	 * while something long is being posted.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public int holdPostings() {
		this.store.holdAlone();
		return firstOpen();
	}

	/** What counts in a month for whom the caller sees. */
	@Transactional(readOnly = true)
	Month month(Sight sight, YearMonth period) {
		int code = PerformanceRules.code(period);
		Realm realm = sight.realm();
		boolean distributor = realm.isFirstTier() && sight.scope() == DataScope.ALL;
		return new Month(code < firstOpen(), this.store.shares(sight, code),
				distributor ? this.store.ofResellers(realm.partnerId(), code, RESELLERS) : List.of());
	}

	@Transactional(readOnly = true)
	Page<PerformanceSheet> page(Realm realm, @Nullable YearMonth period, PageQuery page) {
		Integer code = (period != null) ? Integer.valueOf(PerformanceRules.code(period)) : null;
		return Page.of(this.store.page(realm.ownerPartnerId(), code, page), page, PerformanceSheet::id);
	}

	/** Settles what is over for long enough. */
	void close() {
		int last = PerformanceRules.code(PerformanceRules.settled(this.clock.instant(), this.settings.closingDay()));
		if (this.store.lastClosed().orElse(0) >= last) {
			return;
		}
		this.store.holdAlone();
		int before = this.store.lastClosed().orElse(0);
		if (before < last) {
			List<PerformanceSheet> sheets = this.store.close(before, last, this.clock.instant());
			this.outbox.announceAll(sheets.stream().map((sheet) -> Fact.of(sheet.closed())).toList());
		}
	}

	@Bean
	static Job performanceClosing(PerformanceSheets sheets, PerformanceSettings settings) {
		return new Job("performance-closing", settings.closeEvery(), sheets::close);
	}

	private int firstOpen() {
		return this.store.lastClosed()
			.map((period) -> PerformanceRules.code(PerformanceRules.month(period).plusMonths(1)))
			.orElse(BEGINNING);
	}

	/**
	 * A month.
	 *
	 * @param closed whether it is settled
	 */
	record Month(boolean closed, List<Share> shares, List<ResellerShare> resellers) {
	}

}
