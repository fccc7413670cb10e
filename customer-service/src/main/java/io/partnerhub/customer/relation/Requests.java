package io.partnerhub.customer.relation;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.CustomerEvent.DisassociationRejected;
import io.partnerhub.contracts.CustomerEvent.DisassociationRequested;
import io.partnerhub.contracts.CustomerEvent.Outcome;
import io.partnerhub.customer.association.Association;
import io.partnerhub.customer.association.Associations;
import io.partnerhub.customer.relation.Request.State;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Either side asks to end a link, the other consents or refuses (DIS-01, DIS-02). Every
 * command locks the link first, so that of two answers one wins.
 */
@Service
public class Requests {

	private final RequestStore store;

	private final Associations associations;

	private final AccountChecks checks;

	private final RelationSettings settings;

	private final Outbox outbox;

	private final Clock clock;

	Requests(RequestStore store, Associations associations, AccountChecks checks, RelationSettings settings,
			Outbox outbox, Clock clock) {
		this.store = store;
		this.associations = associations;
		this.checks = checks;
		this.settings = settings;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** The request that waits for an answer, if there is one. */
	@Transactional(readOnly = true)
	public Optional<Request> open(UUID customerId) {
		return this.store.findPending(customerId);
	}

	@Transactional
	Request start(Actor actor, UUID customerId, String reason) {
		Association seen = this.associations.findPresent(customerId)
			.filter(actor::takesPartIn)
			.orElseThrow(() -> Problem.notFound("customer"));
		this.checks.require(customerId, seen.ownerPartnerId());
		Association link = this.associations.lockPresent(customerId)
			.filter(actor::takesPartIn)
			.orElseThrow(() -> Problem.notFound("customer"));
		this.store.findPending(customerId).ifPresent(Requests::refuseSecond);
		Instant now = this.clock.instant();
		int slot = FrequencyRules.freeSlot(this.store.starts(link, actor.side()), this.settings.maxRequests(), now);
		Request request = new Request(Ids.next(), link.partnerId(), link.ownerPartnerId(), customerId, link.epoch(),
				actor.side(), reason, now, State.PENDING, null, null, null, 1);
		this.store.insert(request, actor.name(), slot, this.settings.windowAfter(now));
		this.outbox.announce(new DisassociationRequested(link.partnerId(), link.ownerPartnerId(), customerId,
				link.epoch(), request.id(), actor.side()));
		return request;
	}

	/** Ends the link; the account is checked once more (DIS-02). */
	@Transactional
	void consent(Actor actor, UUID id) {
		Request seen = find(actor, id).pending();
		seen.answeredBy(actor.side());
		this.checks.require(seen.customerId(), seen.ownerPartnerId());
		Locked locked = lock(id);
		Request request = locked.request().pending();
		this.store.decide(request.id(), State.EXECUTING, actor.name(), null, this.clock.instant());
		this.store.insertSteps(request.id());
		this.associations.end(locked.link(), request.id(), request.reason());
	}

	@Transactional
	void refuse(Actor actor, UUID id, @Nullable String answer) {
		find(actor, id).answeredBy(actor.side());
		close(actor, id, State.REJECTED, Outcome.REJECTED, answer);
	}

	@Transactional
	void withdraw(Actor actor, UUID id) {
		find(actor, id).withdrawnBy(actor.side());
		close(actor, id, State.CANCELLED, Outcome.CANCELLED, null);
	}

	private void close(Actor actor, UUID id, State state, Outcome outcome, @Nullable String answer) {
		Request request = lock(id).request().pending();
		this.store.decide(request.id(), state, actor.name(), answer, this.clock.instant());
		this.outbox.announce(new DisassociationRejected(request.partnerId(), request.ownerPartnerId(),
				request.customerId(), request.epoch(), request.id(), outcome));
	}

	private Request find(Actor actor, UUID id) {
		return this.store.find(id)
			.filter(actor::takesPartIn)
			.orElseThrow(() -> Problem.notFound("disassociation request"));
	}

	/**
	 * First the link, then the request; a link that is over means the request is
	 * answered.
	 */
	private Locked lock(UUID id) {
		Request seen = this.store.find(id).orElseThrow();
		Optional<Association> link = this.associations.lockPresent(seen.customerId());
		Request request = this.store.find(id).orElseThrow().pending();
		return new Locked(link.orElseThrow(), request);
	}

	private static void refuseSecond(Request waiting) {
		throw Problem.conflict("DISASSOCIATION_PENDING", "A request for this customer is waiting for its answer.")
			.with("disassociationId", waiting.id());
	}

	private record Locked(Association link, Request request) {
	}

}
