package io.partnerhub.customer.relation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.customer.relation.Request.State;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.web.ETags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows requests and checks to those they concern, and to nobody else. */
@Service
class RequestViews {

	private final RequestViewStore store;

	private final StepStore steps;

	private final Intents intents;

	private final AccountChecks checks;

	private final RelationSettings settings;

	private final Clock clock;

	RequestViews(RequestViewStore store, StepStore steps, Intents intents, AccountChecks checks,
			RelationSettings settings, Clock clock) {
		this.store = store;
		this.steps = steps;
		this.intents = intents;
		this.checks = checks;
		this.settings = settings;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	RequestView get(Caller caller, RequestKind kind, UUID id) {
		RequestViewStore.Named named = this.store.find(kind, id, Whose.of(caller, kind))
			.orElseThrow(() -> Problem.notFound("request"));
		Instant now = this.clock.instant();
		List<Step> steps = this.steps.list(id)
			.stream()
			.map((step) -> step.lookedAt(now, this.settings.stuckAfter()))
			.toList();
		return RequestView.of(named, steps.isEmpty() ? null : steps, caller, now);
	}

	@Transactional(readOnly = true)
	Page<RequestView> list(Caller caller, RequestKind kind, @Nullable State state, PageQuery page) {
		Instant now = this.clock.instant();
		return Page
			.of(this.store.list(kind, state, Whose.of(caller, kind), page, now), page, RequestViewStore.Named::id)
			.map((named) -> RequestView.of(named, null, caller, now));
	}

	/** What stands in the way of a wish, before anybody asks for it (DIS-02). */
	Findings checks(Actor actor, Wish wish) {
		List<Check> checks = this.checks.look(this.intents.of(actor, wish));
		return new Findings(checks.stream().noneMatch(Check::blocks), checks);
	}

	/** The answer to whoever has just made a request. */
	ResponseEntity<RequestView> created(Caller caller, Request request) {
		return shown(HttpStatus.CREATED, get(caller, request.kind(), request.id()));
	}

	/** The answer to whoever looks, or has just answered. */
	ResponseEntity<RequestView> shown(Caller caller, RequestKind kind, UUID id) {
		return shown(HttpStatus.OK, get(caller, kind, id));
	}

	private static ResponseEntity<RequestView> shown(HttpStatus status, RequestView view) {
		return ResponseEntity.status(status).eTag(ETags.of(view.version())).body(view);
	}

}
