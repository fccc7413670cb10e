package io.partnerhub.coupon.operation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.operation.LongOperation.Kind;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.job.Worker;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Long work is accepted, done chunk by chunk, looked at and called off. Callers who do
 * not see the whole partner see what they asked for themselves.
 */
@Service
public class LongOperations {

	private final LongOperationStore store;

	private final Map<Kind, OperationWork> works;

	private final OperationSettings settings;

	private final Worker worker;

	private final Clock clock;

	LongOperations(LongOperationStore store, ObjectProvider<OperationWork> works, OperationSettings settings,
			@Qualifier("operationThread") Worker worker, Clock clock) {
		this.store = store;
		this.works = works.stream().collect(Collectors.toMap(OperationWork::kind, Function.identity()));
		this.settings = settings;
		this.worker = worker;
		this.clock = clock;
	}

	/**
	 * Accepts work; it begins after the commit. A partner has only so many running at a
	 * time.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public LongOperation begin(Caller caller, Kind kind, boolean dryRun, String request) {
		if (this.store.countOpen(caller.owner()) >= this.settings.openPerPartner()) {
			throw Problem
				.conflict("TOO_MANY_OPERATIONS", "Wait for one of your running operations to end, or cancel one.")
				.with("limit", this.settings.openPerPartner());
		}
		LongOperation operation = new LongOperation(Ids.next(), caller.tenant(), caller.owner(), kind,
				LongOperation.State.RUNNING, dryRun, request, caller.subject(), caller.memberId(), null, 0, 0,
				Money.zero(), null, 0, this.clock.instant(), null);
		this.store.insert(operation);
		this.worker.wakeAfterCommit();
		return operation;
	}

	/** Tells how many items there are, and how many of them can never succeed. */
	@Transactional(propagation = Propagation.MANDATORY)
	public LongOperation counted(LongOperation operation, int total, int refused) {
		this.store.advance(operation.id(), new Chunk(refused, 0, Money.zero(), total, null, 0, false),
				this.clock.instant());
		return this.store.find(operation.id()).orElseThrow();
	}

	@Transactional(readOnly = true)
	public LongOperation get(Caller caller, UUID id) {
		caller.require(Permission.VIEW_COUPONS);
		return this.store.find(caller, id).orElseThrow(LongOperations::unknown);
	}

	@Transactional(readOnly = true)
	public Page<LongOperation> list(Caller caller, @Nullable Kind kind, PageQuery page) {
		caller.require(Permission.VIEW_COUPONS);
		return Page.of(this.store.page(caller, kind, page), page, LongOperation::id);
	}

	/**
	 * Stops the work: what is done stays done, and nothing more is done once this has
	 * answered.
	 */
	@Transactional
	LongOperation cancel(Caller caller, UUID id) {
		caller.require(Permission.VIEW_COUPONS);
		LongOperation operation = this.store.find(caller, id).orElseThrow(LongOperations::unknown);
		if (operation.kind() == Kind.VOUCHER_ISSUE) {
			caller.require(Permission.ISSUE_VOUCHERS);
		}
		if (!this.store.cancel(id, this.clock.instant())) {
			throw Problem.conflict("OPERATION_NOT_RUNNING", "The operation has ended already.");
		}
		return this.store.find(id).orElseThrow();
	}

	/** Files that have been kept long enough; each of them is locked. */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<LongOperation> finishedBefore(Kind kind, Instant time, int limit) {
		return this.store.lockFinished(kind, time, limit);
	}

	/** What belonged to a finished operation is gone; a file is then EXPIRED. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void forgotten(LongOperation operation) {
		this.store.forgotten(operation.id());
	}

	/** How many items came to which end, where the kind of work tells. */
	Map<String, Integer> outcomes(LongOperation operation) {
		return Objects.requireNonNull(this.works.get(operation.kind())).outcomes(operation);
	}

	List<UUID> running() {
		return this.store.running();
	}

	/** Does one chunk; false if there was nothing to do, or somebody else is at it. */
	@Transactional
	boolean step(UUID id) {
		Optional<LongOperation> found = this.store.find(id)
			.filter((operation) -> operation.state() == LongOperation.State.RUNNING);
		if (found.isEmpty()) {
			return false;
		}
		OperationWork work = Objects.requireNonNull(this.works.get(found.get().kind()));
		Optional<LongOperation> mine = work.inTurn(found.get()) ? this.store.lockRunning(id) : found;
		Chunk chunk = mine.map(work::next).orElse(Chunk.NONE);
		if (!chunk.isNone() && !this.store.advance(id, chunk, this.clock.instant())) {
			throw new Cancelled();
		}
		return !chunk.isNone();
	}

	/** A chunk failed; an operation that only fails is given up. */
	@Transactional
	void failed(UUID id) {
		this.store.failed(id, this.settings.attempts(), this.clock.instant());
	}

	private static Problem unknown() {
		return Problem.notFound("OPERATION_NOT_FOUND", "operation");
	}

	/** Takes back a chunk of an operation that was called off while it was at work. */
	static final class Cancelled extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
