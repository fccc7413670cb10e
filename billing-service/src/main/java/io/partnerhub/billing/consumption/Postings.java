package io.partnerhub.billing.consumption;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import io.partnerhub.billing.consumption.RowProblem.Issue;
import io.partnerhub.billing.performance.PerformanceSheets;
import io.partnerhub.contracts.ConsumptionEvent.ConsumptionPosted;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.event.Outbox.Fact;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One batch of records posted within a transaction: each counts for who had the customer
 * at its time, once per reference; then all are summed up and announced.
 */
@Component
class Postings {

	/** How often another may be faster with one of the same records. */
	private static final int TRIES = 10;

	private final Attributing attributing;

	private final PostedStore posted;

	private final PostingStore sums;

	private final PerformanceSheets sheets;

	private final Outbox outbox;

	private final TransactionTemplate nested;

	private final Clock clock;

	Postings(Attributing attributing, PostedStore posted, PostingStore sums, PerformanceSheets sheets, Outbox outbox,
			PlatformTransactionManager transactions, Clock clock) {
		this.attributing = attributing;
		this.posted = posted;
		this.sums = sums;
		this.sheets = sheets;
		this.outbox = outbox;
		this.nested = new TransactionTemplate(transactions);
		this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
		this.clock = clock;
	}

	/**
	 * Begins a batch. Closed periods stay as they are: what is late counts in the next.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Batch begin(UUID id, int issuesKept) {
		this.sums.open();
		return new Batch(id, BillCycle.of(this.sheets.holdOpenPeriod()), issuesKept);
	}

	/** Where the table refuses a record, it was told before or has been meanwhile. */
	private Sifted keep(Batch batch, List<Attributed> records, boolean likelyNew) {
		for (int tried = 0;; tried++) {
			boolean look = !likelyNew || tried > 0;
			try {
				return Objects.requireNonNull(this.nested.execute((status) -> keepOnce(batch, records, look)));
			}
			catch (DuplicateKeyException ex) {
				if (tried == TRIES) {
					throw ex;
				}
			}
		}
	}

	private Sifted keepOnce(Batch batch, List<Attributed> records, boolean look) {
		Sifted sifted = Sifted.of(records,
				this.posted.find(records.stream()
					.filter((each) -> look || each.holder() == null)
					.map((each) -> each.record().reference())
					.toList()));
		this.posted.insert(batch.id, batch.open, this.clock.instant(), sifted.fresh());
		return sifted;
	}

	/** A batch under way. */
	final class Batch {

		/** Sums that lie in memory at most, before they are written. */
		private static final int GROUPS = 20_000;

		private final UUID id;

		private final BillCycle open;

		private final int issuesKept;

		private final List<Issue> refusals = new ArrayList<>();

		private final List<Issue> contradictions = new ArrayList<>();

		private Delta delta = new Delta();

		private long done;

		private long posted;

		private long refused;

		private long contradicted;

		private Batch(UUID id, BillCycle open, int issuesKept) {
			this.id = id;
			this.open = open;
			this.issuesKept = issuesKept;
		}

		/** Posts a part of the batch. */
		void add(List<Written> records) {
			count(keep(this, Postings.this.attributing.attribute(records), false), records.size());
		}

		/** The same, faster if nothing of it was told before. */
		void addNew(List<Written> records) {
			count(keep(this, Postings.this.attributing.attribute(records), true), records.size());
		}

		private void count(Sifted part, int records) {
			part.fresh().forEach((each) -> this.delta.add(each, this.open));
			this.done += records;
			this.posted += part.fresh().size();
			this.refused += part.refused().size();
			this.contradicted += part.contradicted().size();
			note(this.refusals, part.refused());
			note(this.contradictions, part.contradicted());
			if (this.delta.groups() >= GROUPS) {
				write();
			}
		}

		/** Adds what was posted to all sums, and announces it. */
		void book() {
			if (this.posted > 0) {
				write();
				Postings.this.sums.book(this.id, Postings.this.clock.instant());
				List<ConsumptionPosted> facts = Postings.this.sums.facts(this.id);
				Postings.this.outbox.announceAll(facts.stream().map(Fact::of).toList());
			}
		}

		private void note(List<Issue> kept, List<Issue> more) {
			more.stream().limit((long) this.issuesKept - kept.size()).forEach(kept::add);
		}

		private void write() {
			Postings.this.sums.add(this.delta);
			this.delta = new Delta();
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

		/** Records that were there already; not those told otherwise now. */
		long repeated() {
			return this.done - this.posted - this.refused - this.contradicted;
		}

		/** Whether a record came again with other values. */
		boolean contradicted() {
			return this.contradicted > 0;
		}

		/** What was not posted, above all what contradicts. */
		List<Issue> issues() {
			return Stream.concat(this.contradictions.stream(), this.refusals.stream()).limit(this.issuesKept).toList();
		}

	}

}
