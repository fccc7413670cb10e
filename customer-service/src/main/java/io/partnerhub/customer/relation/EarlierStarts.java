package io.partnerhub.customer.relation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.partnerhub.customer.check.Check;
import org.springframework.stereotype.Component;

/**
 * What earlier requests say against another one, for a person to see before he starts
 * (DIS-02): one waits for its answer, or the window of one is not over (DIS-03, DIS-04).
 */
@Component
class EarlierStarts {

	private final RequestStore store;

	private final RelationSettings settings;

	private final Clock clock;

	EarlierStarts(RequestStore store, RelationSettings settings, Clock clock) {
		this.store = store;
		this.settings = settings;
		this.clock = clock;
	}

	List<Check> look(Actor actor, Intent intent) {
		Instant now = this.clock.instant();
		List<Check> checks = new ArrayList<>();
		checks.add(pending(intent, now));
		if (intent.kind().counted()) {
			checks.add(frequency(actor, intent, now));
		}
		return checks;
	}

	private Check pending(Intent intent, Instant now) {
		return this.store.findPending(intent.link().customerId())
			.filter((request) -> !request.overdueAt(now))
			.map((request) -> Check.failed("DISASSOCIATION_PENDING", null,
					Map.of("disassociationId", request.id(), "kind", request.kind())))
			.orElseGet(() -> Check.passed("DISASSOCIATION_PENDING"));
	}

	private Check frequency(Actor actor, Intent intent, Instant now) {
		Optional<Instant> next = FrequencyRules.nextTurn(actor.side(), this.store.starts(intent.link(), now),
				this.settings.maxRequests(), now);
		return next.map((turn) -> Check.failed("DISASSOCIATION_TOO_OFTEN", null, Map.of("nextAllowedAt", turn)))
			.orElseGet(() -> Check.passed("DISASSOCIATION_TOO_OFTEN"));
	}

}
