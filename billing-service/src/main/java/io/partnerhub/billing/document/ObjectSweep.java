package io.partnerhub.billing.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.billing.document.ObjectPort.Stored;
import io.partnerhub.platform.job.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Takes away bytes that no row names: those whose transaction never committed, and those
 * whose row went before them. Goes round the whole store, so many objects in one run.
 */
@Component
class ObjectSweep {

	private static final Logger log = LoggerFactory.getLogger(ObjectSweep.class);

	private final ObjectPort objects;

	private final ObjectProvider<ObjectNames> names;

	private final SweepStore store;

	private final DocumentSettings settings;

	private final Clock clock;

	ObjectSweep(ObjectPort objects, ObjectProvider<ObjectNames> names, SweepStore store, DocumentSettings settings,
			Clock clock) {
		this.objects = objects;
		this.names = names;
		this.store = store;
		this.settings = settings;
		this.clock = clock;
	}

	@Bean
	static Job objectSweepJob(ObjectSweep sweep, DocumentSettings settings) {
		return Job.inSteps("object-sweep", settings.sweepEvery(), sweep::run);
	}

	/** Goes on behind the last object of the run before. */
	void run() {
		List<Stored> next = list();
		Instant before = this.clock.instant().minus(this.settings.unnamedKept());
		Set<UUID> old = next.stream()
			.filter((stored) -> stored.at().isBefore(before))
			.map(Stored::id)
			.collect(Collectors.toCollection(HashSet::new));
		this.names.forEach((owner) -> old.removeAll(owner.among().apply(Set.copyOf(old))));
		old.forEach(this::delete);
		this.store.move((next.size() < this.settings.sweptPerRun()) ? null : next.getLast().id());
	}

	private List<Stored> list() {
		try {
			return this.objects.list(this.store.position(), this.settings.sweptPerRun());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void delete(UUID object) {
		try {
			this.objects.forget(object);
			log.info("object {} was named by no row", object);
		}
		catch (RuntimeException ex) {
			log.warn("object {} waits for the next round: {}", object, ex.toString());
		}
	}

}
