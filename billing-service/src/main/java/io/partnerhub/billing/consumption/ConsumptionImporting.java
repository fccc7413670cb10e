package io.partnerhub.billing.consumption;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.partnerhub.billing.consumption.RowProblem.Issue;
import io.partnerhub.billing.document.ObjectPort;
import io.partnerhub.platform.job.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports files, each in one transaction: while the database posts one part, the next is
 * read, so that two parts at most lie in memory. What broke off is imported again from
 * its beginning.
 */
@Component
class ConsumptionImporting {

	private static final Logger log = LoggerFactory.getLogger(ConsumptionImporting.class);

	private static final Duration SHOWN_EVERY = Duration.ofSeconds(1);

	private final ConsumptionImportStore store;

	private final Postings postings;

	private final ObjectPort objects;

	private final ConsumptionSettings settings;

	private final TransactionTemplate whole;

	private final TransactionTemplate apart;

	private final Clock clock;

	ConsumptionImporting(ConsumptionImportStore store, Postings postings, ObjectPort objects,
			ConsumptionSettings settings, PlatformTransactionManager transactions, Clock clock) {
		this.store = store;
		this.postings = postings;
		this.objects = objects;
		this.settings = settings;
		this.whole = new TransactionTemplate(transactions);
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.clock = clock;
	}

	@Bean
	static Worker consumptionWorker(ConsumptionImporting importing, ConsumptionSettings settings) {
		return new Worker("consumption", settings.enabled(), settings.pollInterval(), importing::drain);
	}

	/** Until no file is left. */
	void drain() {
		Optional<ConsumptionImport> next = claim();
		while (next.isPresent() && !Thread.currentThread().isInterrupted()) {
			run(next.get());
			next = claim();
		}
	}

	private Optional<ConsumptionImport> claim() {
		return this.store.claim(this.clock.instant(), this.clock.instant().plus(this.settings.claim()));
	}

	private void run(ConsumptionImport mine) {
		try {
			this.whole.executeWithoutResult((status) -> importWhole(mine));
			this.objects.delete(mine.objectId());
		}
		catch (FileRefused ex) {
			refuse(mine, ex.code, ex.issues);
		}
		catch (IOException | RuntimeException ex) {
			log.warn("file {} of consumption failed", mine.id(), ex);
			if (mine.attempts() >= this.settings.attempts()) {
				refuse(mine, "NOT_IMPORTED", List.of());
			}
		}
	}

	private void importWhole(ConsumptionImport mine) {
		Postings.Batch batch = this.postings.begin(mine.objectId(), this.settings.issues());
		try (InputStream content = this.objects.get(mine.objectId());
				ExecutorService reader = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory())) {
			FocusParts parts = FocusParts.open(mine.name(), content, this.settings.latest(this.clock.instant()),
					this.settings.linesAtOnce());
			Future<List<Written>> next = reader.submit(parts::next);
			Instant shown = this.clock.instant();
			for (List<Written> part = next.get(); !part.isEmpty(); part = next.get()) {
				next = reader.submit(parts::next);
				batch.addNew(part);
				shown = progress(mine, batch.done(), shown);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof FileRefused refused) ? refused : new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		finish(mine, batch);
	}

	private void finish(ConsumptionImport mine, Postings.Batch batch) {
		if (batch.contradicted()) {
			throw new FileRefused("RECORD_CONTRADICTS", batch.issues());
		}
		batch.book();
		this.store.keep(mine.id(), batch.issues());
		if (!this.store.done(mine, batch, this.clock.instant())) {
			throw new IllegalStateException("somebody else imports the file");
		}
	}

	/** Seen within a second, whatever becomes of the import. */
	private Instant progress(ConsumptionImport mine, long done, Instant shown) {
		Instant now = this.clock.instant();
		if (now.isBefore(shown.plus(SHOWN_EVERY))) {
			return shown;
		}
		this.apart.executeWithoutResult((status) -> this.store.progress(mine, done, now.plus(this.settings.claim())));
		return now;
	}

	private void refuse(ConsumptionImport mine, String code, List<Issue> issues) {
		boolean refused = Boolean.TRUE.equals(this.whole.execute((status) -> {
			boolean still = this.store.failed(mine, code, this.clock.instant());
			if (still) {
				this.store.keep(mine.id(), issues);
			}
			return still;
		}));
		try {
			if (refused) {
				this.objects.delete(mine.objectId());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Takes back whatever of a file was posted. */
	static final class FileRefused extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final String code;

		private final transient List<Issue> issues;

		FileRefused(String code, List<Issue> issues) {
			super(code);
			this.code = code;
			this.issues = issues;
		}

	}

}
