package io.partnerhub.billing.ledger;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.job.Job;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts balances from zero off their entries (I-14). It goes round all accounts, those
 * counted longest ago first, and comes back each time to what did not agree. It changes
 * nothing: people put it right.
 */
@Service
class Reconciliation {

	private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

	private static final UUID BEGINNING = new UUID(0, 0);

	private final DifferenceStore store;

	private final LedgerSettings settings;

	private final Clock clock;

	Reconciliation(DifferenceStore store, LedgerSettings settings, Clock clock, MeterRegistry metrics) {
		this.store = store;
		this.settings = settings;
		this.clock = clock;
		Gauge.builder("partnerhub.ledger.differences", this.store, DifferenceStore::known)
			.description("What of accounts does not agree when counted from zero")
			.register(metrics);
	}

	@Transactional
	void countNext() {
		int limit = this.settings.countedPerRun();
		List<UUID> next = this.store.next(limit);
		Set<UUID> checked = new LinkedHashSet<>(next);
		checked.addAll(this.store.doubtful(limit));
		count(checked);
		this.store.remember((next.size() < limit) ? BEGINNING : next.getLast());
	}

	@Transactional(readOnly = true)
	Page<Difference> list(Caller caller, PageQuery page) {
		caller.require(Caller.Kind.VENDOR);
		return Page.of(this.store.page(page), page, Difference::id);
	}

	@Transactional(readOnly = true)
	TrialBalance trialBalance(Caller caller) {
		caller.require(Caller.Kind.VENDOR);
		return TrialBalance.of(this.store.trialBalance());
	}

	private void count(Set<UUID> accounts) {
		List<Difference> found = this.store.count(accounts, this.clock.instant());
		this.store.forgetAllBut(accounts, found);
		found.stream()
			.map(this.store::keep)
			.filter(Difference::fresh)
			.forEach((difference) -> log.error("account {} does not agree: {} is booked {}, counted {}",
					difference.accountId(), difference.what(), difference.booked(), difference.counted()));
	}

	@Bean
	static Job ledgerReconciliationJob(Reconciliation reconciliation, LedgerSettings settings) {
		return new Job("ledger-reconciliation", settings.countEvery(), reconciliation::countNext);
	}

}
