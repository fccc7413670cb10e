package io.partnerhub.platform.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import io.partnerhub.platform.batch.WaitingRoom.Taken;
import io.partnerhub.platform.problem.OutcomeUnknownException;
import io.partnerhub.platform.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commands that wait for the same row share a transaction, and each gets its own answer.
 * A refusal is one command's own; if the transaction fails as a whole, its commands run
 * one by one, so that none fails for another. A crash leaves each done or not done, and
 * after a commit without an answer that is unknown (504) for all in it.
 */
public final class GroupCommit<C, R> implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

	/** After the web server, which has then no request left that waits. */
	private static final int AFTER_REQUESTS = 0;

	private final String name;

	private final BatchProperties properties;

	private final TransactionTemplate transaction;

	private final Function<List<C>, List<Outcome<R>>> work;

	private final WaitingRoom<Waiting<C, R>> room;

	private final List<Thread> writers = new ArrayList<>();

	private volatile boolean running;

	/**
	 * Commands are decided in the order in which they are listed.
	 * @param work what is done in the transaction: one outcome for each command, in their
	 * order
	 */
	public GroupCommit(String name, BatchProperties properties, TransactionTemplate transaction,
			Function<List<C>, List<Outcome<R>>> work) {
		this.name = name;
		this.properties = properties;
		this.transaction = transaction;
		this.work = work;
		this.room = new WaitingRoom<>(properties.waiting());
	}

	/**
	 * Queues a command and waits for its answer.
	 * @param group names the row that commands would otherwise queue for
	 */
	public R run(Object group, C command) {
		Waiting<C, R> waiting = new Waiting<>(command, new CompletableFuture<>());
		if (!this.room.add(group, waiting)) {
			throw Problem.unavailable("TEMPORARILY_UNAVAILABLE", "Too many commands are waiting.",
					this.properties.retryAfter());
		}
		try {
			return waiting.answer().get(this.properties.patience().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			throw unwrapped(ex);
		}
		catch (TimeoutException ex) {
			throw givenUp(group, waiting);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw givenUp(group, waiting);
		}
	}

	/** One command in a transaction of its own, which a refusal rolls back. */
	public R runAlone(C command) {
		Outcome<R> outcome = this.transaction.execute((status) -> {
			Outcome<R> only = apply(List.of(command)).getFirst();
			if (only.isRefused()) {
				status.setRollbackOnly();
			}
			return only;
		});
		return Objects.requireNonNull(outcome).get();
	}

	/** May be stopped and started again. */
	@Override
	public void start() {
		this.running = true;
		this.room.open();
		this.writers.clear();
		for (int number = 1; number <= this.properties.writers(); number++) {
			this.writers.add(Thread.ofPlatform().name(this.name + "-" + number).daemon().start(this::write));
		}
	}

	/** Takes no more commands and waits for those it has. */
	@Override
	public void stop() {
		this.room.close();
		try {
			for (Thread writer : this.writers) {
				writer.join(this.properties.patience());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return AFTER_REQUESTS;
	}

	/** How many commands wait. */
	public int waiting() {
		return this.room.size();
	}

	private void write() {
		try {
			Taken<Waiting<C, R>> taken = this.room.take(this.properties.commands());
			while (!taken.commands().isEmpty()) {
				try {
					commit(taken.commands());
				}
				finally {
					this.room.release(taken);
				}
				taken = this.room.take(this.properties.commands());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void commit(List<Waiting<C, R>> commands) {
		try {
			List<Outcome<R>> outcomes = this.transaction
				.execute((status) -> apply(commands.stream().map(Waiting::command).toList()));
			answer(commands, Objects.requireNonNull(outcomes));
		}
		catch (OutcomeUnknownException | CannotCreateTransactionException ex) {
			fail(commands, ex);
		}
		catch (RuntimeException | Error ex) {
			retry(commands, ex);
		}
	}

	private List<Outcome<R>> apply(List<C> commands) {
		List<Outcome<R>> outcomes = this.work.apply(commands);
		if (outcomes.size() != commands.size()) {
			throw new IllegalStateException(commands.size() + " commands, but " + outcomes.size() + " outcomes");
		}
		return outcomes;
	}

	private void answer(List<Waiting<C, R>> commands, List<Outcome<R>> outcomes) {
		for (int index = 0; index < commands.size(); index++) {
			Outcome<R> outcome = outcomes.get(index);
			CompletableFuture<R> answer = commands.get(index).answer();
			try {
				answer.complete(outcome.get());
			}
			catch (RuntimeException ex) {
				answer.completeExceptionally(ex);
			}
		}
	}

	/** Nothing of it was done: whoever is to blame shall fail alone. */
	private void retry(List<Waiting<C, R>> commands, Throwable failure) {
		if (commands.size() == 1) {
			fail(commands, failure);
			return;
		}
		log.warn("{}: {} commands failed together and run one by one: {}", this.name, commands.size(),
				failure.toString());
		for (int index = 0; index < commands.size(); index++) {
			Waiting<C, R> alone = commands.get(index);
			commit(List.of(alone));
			if (alone.metNoDatabase()) {
				fail(commands.subList(index + 1, commands.size()), alone.answer().exceptionNow());
				return;
			}
		}
	}

	private static <C, R> void fail(List<Waiting<C, R>> commands, Throwable failure) {
		commands.forEach((waiting) -> waiting.answer().completeExceptionally(failure));
	}

	/** A command that nobody has begun is surely not done; of any other nobody knows. */
	private RuntimeException givenUp(Object group, Waiting<C, R> waiting) {
		return this.room.remove(group, waiting) ? Problem.unavailable("TEMPORARILY_UNAVAILABLE",
				"The command waited too long.", this.properties.retryAfter()) : Problem.outcomeUnknown();
	}

	private static RuntimeException unwrapped(ExecutionException failure) {
		return (failure.getCause() instanceof RuntimeException known) ? known
				: new CompletionException(failure.getCause());
	}

	private record Waiting<C, R>(C command, CompletableFuture<R> answer) {

		/** Then it makes no sense to try the next. */
		boolean metNoDatabase() {
			return this.answer.isCompletedExceptionally()
					&& this.answer.exceptionNow() instanceof CannotCreateTransactionException;
		}

	}

}
