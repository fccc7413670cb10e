package io.partnerhub.billing.consumption;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.consumption.RowProblem.Issue;
import io.partnerhub.billing.performance.PerformanceSheets;
import io.partnerhub.contracts.ConsumptionEvent.ConsumptionPosted;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.event.Outbox.Fact;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * One batch of records posted within a transaction: staged part by part, kept once per
 * reference, then summed up and announced.
 */
@Component
class Postings {

	private final StageStore stage;

	private final PostingStore store;

	private final PerformanceSheets sheets;

	private final Outbox outbox;

	private final Clock clock;

	Postings(StageStore stage, PostingStore store, PerformanceSheets sheets, Outbox outbox, Clock clock) {
		this.stage = stage;
		this.store = store;
		this.sheets = sheets;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * Begins a batch. Closed periods stay as they are: what is late counts in the next.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Batch begin(UUID id, int issuesKept) {
		this.stage.open();
		return new Batch(id, BillCycle.of(this.sheets.holdOpenPeriod()), issuesKept);
	}

	/** A batch under way. */
	final class Batch {

		private final UUID id;

		private final BillCycle open;

		private final int issuesKept;

		private final List<Issue> issues = new ArrayList<>();

		private long done;

		private long posted;

		private long refused;

		private boolean contradicted;

		private Batch(UUID id, BillCycle open, int issuesKept) {
			this.id = id;
			this.open = open;
			this.issuesKept = issuesKept;
		}

		/** Posts a part of the batch. */
		void add(byte[] lines, int count) {
			Postings.this.stage.replace(lines);
			long more = Postings.this.store.post(this.id, this.open, Postings.this.clock.instant());
			this.done += count;
			this.posted += more;
			if (more < count) {
				leave(Postings.this.stage.leftOver(this.issuesKept));
			}
		}

		/** Adds what was posted to all sums, and announces it. */
		void book() {
			if (this.posted > 0) {
				Postings.this.store.book(this.id, Postings.this.clock.instant());
				List<ConsumptionPosted> facts = Postings.this.store.facts(this.id);
				Postings.this.outbox.announceAll(facts.stream().map(Fact::of).toList());
			}
		}

		private void leave(List<StageStore.LeftOver> leftOver) {
			leftOver.stream()
				.limit((long) this.issuesKept - this.issues.size())
				.forEach((each) -> this.issues.add(each.issue()));
			if (!leftOver.isEmpty()) {
				this.refused += leftOver.getFirst().allMissing();
				this.contradicted |= leftOver.stream().anyMatch((each) -> !each.missing());
			}
		}

		long done() {
			return this.done;
		}

		long posted() {
			return this.posted;
		}

		/** Records whose customer nobody had. */
		long refused() {
			return this.refused;
		}

		/** Records that were there already. */
		long repeated() {
			return this.done - this.posted - this.refused;
		}

		/** Whether a record came again with other values. */
		boolean contradicted() {
			return this.contradicted;
		}

		List<Issue> issues() {
			return this.issues;
		}

	}

}
