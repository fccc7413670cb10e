package io.partnerhub.customer.relation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.customer.association.Associability;
import io.partnerhub.customer.privacy.Reveal;
import io.partnerhub.customer.privacy.Reveals;
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

	private final Reveals reveals;

	private final RelationSettings settings;

	private final Clock clock;

	RequestViews(RequestViewStore store, StepStore steps, Intents intents, AccountChecks checks, Reveals reveals,
			RelationSettings settings, Clock clock) {
		this.store = store;
		this.steps = steps;
		this.intents = intents;
		this.checks = checks;
		this.reveals = reveals;
		this.settings = settings;
		this.clock = clock;
	}

	@Transactional
	Page<RequestView> list(Caller caller, RequestKind kind, @Nullable State state, @Nullable String reveal,
			PageQuery page) {
		Reveal shown = permitted(caller, reveal);
		Instant now = this.clock.instant();
		Page<RequestViewStore.Named> rows = Page.of(this.store.list(kind, state, Whose.of(caller, kind), page, now),
				page, RequestViewStore.Named::id);
		record(caller, kind, shown, rows.items());
		return rows.map((named) -> RequestView.of(named, null, shown, caller, now));
	}

	/** What stands in the way of a wish, before anybody asks for it (DIS-02). */
	Findings checks(Actor actor, Wish wish) {
		return Findings.of(this.checks.look(actor, this.intents.of(actor, wish)));
	}

	/** The same for everybody who sees the customer; only an administrator may ask. */
	Associability checks(Caller caller, Wish wish) {
		return Associability.of(this.checks.look(this.intents.seenBy(caller, wish)));
	}

	/** The answer to whoever has just made a request. */
	@Transactional
	ResponseEntity<RequestView> created(Caller caller, Request request) {
		return shown(HttpStatus.CREATED, get(caller, request.kind(), request.id(), permitted(caller, null)));
	}

	/** The answer to whoever has just answered. */
	@Transactional
	ResponseEntity<RequestView> shown(Caller caller, RequestKind kind, UUID id) {
		return shown(HttpStatus.OK, get(caller, kind, id, permitted(caller, null)));
	}

	/** The answer to whoever looks. */
	@Transactional
	ResponseEntity<RequestView> shown(Caller caller, RequestKind kind, UUID id, @Nullable String reveal) {
		return shown(HttpStatus.OK, get(caller, kind, id, permitted(caller, reveal)));
	}

	private RequestView get(Caller caller, RequestKind kind, UUID id, Reveal reveal) {
		RequestViewStore.Named named = this.store.find(kind, id, Whose.of(caller, kind))
			.orElseThrow(() -> Problem.notFound("request"));
		Instant now = this.clock.instant();
		List<Step> steps = this.steps.list(id)
			.stream()
			.map((step) -> step.lookedAt(now, this.settings.stuckAfter()))
			.toList();
		record(caller, kind, reveal, List.of(named));
		return RequestView.of(named, steps.isEmpty() ? null : steps, reveal, caller, now);
	}

	/** A customer sees his own name anyway, whatever he asks for. */
	private Reveal permitted(Caller caller, @Nullable String reveal) {
		Reveal asked = Reveal.of(reveal, RequestView.PERSONAL);
		if (caller.is(Caller.Kind.CUSTOMER)) {
			return Reveal.nothing();
		}
		return this.reveals.permit(caller, asked);
	}

	private void record(Caller caller, RequestKind kind, Reveal reveal, List<RequestViewStore.Named> rows) {
		this.reveals.record(caller, reveal, kind.resource(), rows, RequestViewStore.Named::id,
				RequestViewStore.Named::accountManagerId);
	}

	private static ResponseEntity<RequestView> shown(HttpStatus status, RequestView view) {
		return ResponseEntity.status(status).eTag(ETags.of(view.version())).body(view);
	}

}
