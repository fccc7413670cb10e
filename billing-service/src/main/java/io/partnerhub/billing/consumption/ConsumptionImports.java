package io.partnerhub.billing.consumption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.consumption.ConsumptionImport.State;
import io.partnerhub.billing.consumption.RowProblem.Issue;
import io.partnerhub.billing.document.ObjectNames;
import io.partnerhub.billing.document.ObjectPort;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.job.Worker;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files are taken, imported behind the request, and looked at. The same content is one
 * import, however often and by however many it is sent; it is gone through again only
 * where it failed, or where customers of its were unknown.
 */
@Service
class ConsumptionImports {

	private final ConsumptionImportStore store;

	private final ObjectPort objects;

	private final Worker worker;

	private final TransactionTemplate whole;

	private final Clock clock;

	ConsumptionImports(ConsumptionImportStore store, ObjectPort objects, @Qualifier("consumptionWorker") Worker worker,
			PlatformTransactionManager transactions, Clock clock) {
		this.store = store;
		this.objects = objects;
		this.worker = worker;
		this.whole = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	@Bean
	static ObjectNames importedFiles(ConsumptionImportStore store) {
		return new ObjectNames(store::named);
	}

	/** The bytes are kept before anything is locked, as that may take long. */
	ConsumptionImport accept(String operator, ReceivedFile file) {
		Optional<ConsumptionImport> known = this.store.find(file.sha256()).filter((it) -> !it.worthRepeating());
		if (known.isPresent()) {
			return known.get();
		}
		ConsumptionImport wanted = new ConsumptionImport(Ids.next(), file.sha256(), file.bytes(), Ids.next(),
				State.RUNNING, null, 0, 0, 0, 0, 0, operator, this.clock.instant(), null);
		keep(wanted.objectId(), file);
		ConsumptionImport taken = this.whole.execute((status) -> begin(wanted));
		if (!taken.objectId().equals(wanted.objectId())) {
			this.objects.forget(wanted.objectId());
		}
		return taken;
	}

	private ConsumptionImport begin(ConsumptionImport wanted) {
		if (!this.store.insert(wanted)) {
			ConsumptionImport known = this.store.lock(wanted.sha256());
			if (!known.worthRepeating()) {
				return known;
			}
			this.store.restart(known.id(), wanted.objectId());
		}
		this.worker.wakeAfterCommit();
		return this.store.find(wanted.sha256()).orElseThrow();
	}

	@Transactional(readOnly = true)
	ConsumptionImport get(UUID id) {
		return this.store.find(id).orElseThrow(() -> Problem.notFound("file of consumption"));
	}

	@Transactional(readOnly = true)
	Page<ConsumptionImport> page(PageQuery page) {
		return Page.of(this.store.page(page), page, ConsumptionImport::id);
	}

	@Transactional(readOnly = true)
	List<Issue> issues(UUID id, long after, int limit) {
		return this.store.issues(get(id).id(), after, limit);
	}

	private void keep(UUID object, ReceivedFile file) {
		try {
			this.objects.put(object, file.path());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
