package io.partnerhub.billing.consumption;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.attribution.Attributions;
import io.partnerhub.billing.attribution.Change;
import io.partnerhub.billing.performance.PerformanceSheets;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.event.Outbox.Fact;
import io.partnerhub.platform.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Makes good that news of an assignment or a link may arrive later than records of
 * consumption that it concerns (I-29, PER-06): what was posted for a moment after it
 * counts for the right partner, model and account manager then. Settled performance stays
 * as it is.
 */
@Component
class LateNews {

	private static final int CUSTOMERS_AT_ONCE = 100;

	private final Attributions attributions;

	private final PerformanceSheets sheets;

	private final PostingStore store;

	private final Outbox outbox;

	private final Clock clock;

	LateNews(Attributions attributions, PerformanceSheets sheets, PostingStore store, Outbox outbox, Clock clock) {
		this.attributions = attributions;
		this.sheets = sheets;
		this.store = store;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Bean
	static Job lateAttribution(LateNews news, ConsumptionSettings settings) {
		return new Job("late-attribution", settings.correctEvery(), news::follow);
	}

	/** Sums move from one to the other; what partners gain or lose by it is announced. */
	void follow() {
		List<Change> changes = this.attributions.takeChanges(CUSTOMERS_AT_ONCE);
		if (!changes.isEmpty()) {
			BillCycle open = BillCycle.of(this.sheets.holdPostings());
			this.store.open();
			UUID batch = Ids.next();
			if (this.store.move(changes, open) > 0) {
				this.store.book(batch, this.clock.instant());
				this.outbox.announceAll(this.store.facts(batch).stream().map(Fact::of).toList());
			}
		}
	}

}
