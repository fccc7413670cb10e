package io.partnerhub.billing.consumption;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.attribution.Attributions;
import io.partnerhub.billing.attribution.Change;
import io.partnerhub.billing.performance.PerformanceSheets;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Makes good that news of an assignment may arrive later than records of consumption that
 * it concerns (I-29): what was posted for a moment after it counts for the right account
 * manager then. Settled performance stays as it is.
 */
@Component
class LateNews {

	private static final int CUSTOMERS_AT_ONCE = 100;

	private final Attributions attributions;

	private final PerformanceSheets sheets;

	private final StageStore stage;

	private final PostingStore store;

	private final Clock clock;

	LateNews(Attributions attributions, PerformanceSheets sheets, StageStore stage, PostingStore store, Clock clock) {
		this.attributions = attributions;
		this.sheets = sheets;
		this.stage = stage;
		this.store = store;
		this.clock = clock;
	}

	@Bean
	static Job lateAttribution(LateNews news, ConsumptionSettings settings) {
		return new Job("late-attribution", settings.correctEvery(), news::follow);
	}

	/**
	 * Sums move from one account manager to the other; what a partner has stays the same.
	 */
	void follow() {
		List<Change> changes = this.attributions.takeChanges(CUSTOMERS_AT_ONCE);
		if (!changes.isEmpty()) {
			BillCycle open = BillCycle.of(this.sheets.holdPostings());
			this.stage.open();
			UUID batch = Ids.next();
			if (this.store.move(changes, open) > 0) {
				this.store.book(batch, this.clock.instant());
			}
		}
	}

}
