package io.partnerhub.billing.consumption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.consumption.ConsumptionImport.State;
import io.partnerhub.billing.consumption.RowProblem.Issue;
import io.partnerhub.billing.document.ObjectPort;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.job.Worker;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files are taken, imported behind the request, and looked at. The same content is one
 * import, however often and by however many it is sent; it is gone through again only
 * where it failed, or where customers of its were unknown.
 */
@Service
@Transactional
class ConsumptionImports {

	private final ConsumptionImportStore store;

	private final ObjectPort objects;

	private final Worker worker;

	private final Clock clock;

	ConsumptionImports(ConsumptionImportStore store, ObjectPort objects, @Qualifier("consumptionWorker") Worker worker,
			Clock clock) {
		this.store = store;
		this.objects = objects;
		this.worker = worker;
		this.clock = clock;
	}

	ConsumptionImport accept(String operator, ReceivedFile file) {
		ConsumptionImport wanted = new ConsumptionImport(Ids.next(), file.sha256(), file.bytes(), Ids.next(),
				State.RUNNING, null, 0, 0, 0, 0, 0, operator, this.clock.instant(), null);
		boolean fresh = this.store.insert(wanted);
		ConsumptionImport known = fresh ? wanted : this.store.lock(file.sha256());
		if (!fresh && known.worthRepeating()) {
			this.store.restart(known.id(), wanted.objectId());
			fresh = true;
		}
		if (fresh) {
			keep(wanted.objectId(), file);
			this.worker.wakeAfterCommit();
		}
		return get(known.id());
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
