package io.partnerhub.customer.relation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.customer.check.Check;
import io.partnerhub.customer.relation.Request.State;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One side asks to end a link, to change its model or to move it, the other consents or
 * refuses (DIS-01, DIS-02, DIS-06, DIS-14). The account is checked at the start and again
 * at the consent; of two answers one wins.
 */
@Service
public class Requests {

	private final RequestStore store;

	private final StepStore steps;

	private final Intents intents;

	private final AccountChecks checks;

	private final Approvals approvals;

	private final Endings endings;

	private final RequestMails mails;

	private final RelationSettings settings;

	private final Outbox outbox;

	private final Clock clock;

	Requests(RequestStore store, StepStore steps, Intents intents, AccountChecks checks, Approvals approvals,
			Endings endings, RequestMails mails, RelationSettings settings, Outbox outbox, Clock clock) {
		this.store = store;
		this.steps = steps;
		this.intents = intents;
		this.checks = checks;
		this.approvals = approvals;
		this.endings = endings;
		this.mails = mails;
		this.settings = settings;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** The request that waits for an answer, if there is one. */
	@Transactional(readOnly = true)
	public Optional<Request> open(UUID customerId) {
		Instant now = this.clock.instant();
		return this.store.findPending(customerId).filter((request) -> !request.overdueAt(now));
	}

	@Transactional
	Request start(Actor actor, Wish wish) {
		Intent seen = this.intents.of(actor, wish);
		List<Check> billing = this.checks.askBilling(wish.customerId(), seen.link().ownerPartnerId());
		Intent intent = this.intents.lock(seen);
		List<String> unknown = this.checks.require(intent, billing);
		this.approvals.require(actor, intent.link().ownerPartnerId());
		Instant now = this.clock.instant();
		this.store.lockPending(wish.customerId()).ifPresent((pending) -> refuseSecond(pending, now));
		Request request = new Request(Ids.next(), wish.kind(), intent.link().partnerId(),
				intent.link().ownerPartnerId(), wish.customerId(), intent.link().epoch(), actor.side(),
				intent.link().type(), intent.toType(), wish.toPartnerId(), wish.reason(), now,
				now.plus(this.settings.answerWithin()), State.PENDING, null, null, null, 1);
		this.store.insert(request, actor.name(), counted(request, intent, now), unknown);
		this.outbox.announce(RequestEvents.requested(request));
		this.mails.requested(request);
		return request;
	}

	/** The link ends; the account is checked once more (DIS-02). */
	@Transactional
	void consent(Actor actor, RequestKind kind, UUID id) {
		Request seen = find(actor, kind, id).pendingAt(this.clock.instant());
		seen.answeredBy(actor);
		List<Check> billing = this.checks.askBilling(seen.customerId(), seen.ownerPartnerId());
		this.intents.lockCustomer(seen);
		Instant now = this.clock.instant();
		Request request = this.store.lock(id).pendingAt(now);
		Intent intent = this.intents.lock(request);
		List<String> unknown = this.checks.require(intent, billing);
		this.approvals.require(actor, request.ownerPartnerId());
		this.store.decide(id, State.EXECUTING, actor.name(), null, now);
		this.store.setUnknownChecks(id, unknown);
		this.steps.insert(id, kind.steps(), now);
		this.endings.carryOut(request, intent);
		this.mails.agreed(request);
	}

	@Transactional
	void refuse(Actor actor, RequestKind kind, UUID id, @Nullable String answer) {
		find(actor, kind, id).answeredBy(actor);
		Request request = pending(id);
		this.approvals.require(actor, request.ownerPartnerId());
		close(request, Decision.REFUSED, actor.name(), answer);
	}

	@Transactional
	void withdraw(Actor actor, RequestKind kind, UUID id) {
		find(actor, kind, id).withdrawnBy(actor);
		close(pending(id), Decision.WITHDRAWN, actor.name(), null);
	}

	private Request find(Actor actor, RequestKind kind, UUID id) {
		return this.store.find(kind, id).filter(actor::takesPartIn).orElseThrow(() -> Problem.notFound("request"));
	}

	private Request pending(UUID id) {
		return this.store.lock(id).pendingAt(this.clock.instant());
	}

	private void close(Request request, Decision decision, String by, @Nullable String answer) {
		this.store.decide(request.id(), decision.state(), by, answer, this.clock.instant());
		this.outbox.announce(RequestEvents.rejected(request, decision.outcome()));
		this.mails.closed(request, decision, answer);
	}

	/**
	 * One that nobody answered in time makes room, though the job has not come by yet.
	 */
	private void refuseSecond(Request pending, Instant now) {
		if (pending.overdueAt(now)) {
			close(pending, Decision.LAPSED, UnansweredRequests.NOBODY, null);
			return;
		}
		throw Problem.conflict("DISASSOCIATION_PENDING", "A request for this customer is waiting for its answer.")
			.with("disassociationId", pending.id())
			.with("kind", pending.kind());
	}

	private RequestStore.@Nullable Counted counted(Request request, Intent intent, Instant now) {
		if (!request.kind().counted()) {
			return null;
		}
		int slot = FrequencyRules.freeSlot(request.initiator(), this.store.starts(intent.link(), now),
				this.settings.maxRequests(), now);
		return new RequestStore.Counted(slot, this.settings.windowAfter(now));
	}

}
