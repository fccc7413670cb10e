package io.partnerhub.platform.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.partnerhub.platform.problem.OutcomeUnknownException;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.problem.SafeTransactionManager;
import io.partnerhub.platform.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@Tag("I-41")
class GroupCommitTests {

	private final HikariDataSource database = database();

	private final JdbcClient jdbc = JdbcClient.create(this.database);

	private final TransactionTemplate transaction = new TransactionTemplate(new SafeTransactionManager(this.database));

	private final List<Integer> sizes = new CopyOnWriteArrayList<>();

	private final CountDownLatch gate = new CountDownLatch(1);

	private GroupCommit<String, String> queue = queue(this.transaction, this::insert, 1000, Duration.ofSeconds(10));

	GroupCommitTests() {
		this.jdbc.sql("create table done (name text primary key)").update();
	}

	@AfterEach
	void stop() {
		this.gate.countDown();
		this.queue.stop();
		this.database.close();
	}

	@Test
	void sharesTransactionsAmongThoseThatWait() throws Exception {
		this.gate.countDown();
		List<Future<String>> answers = all(IntStream.range(0, 200).mapToObj(String::valueOf).toList());
		for (int index = 0; index < answers.size(); index++) {
			assertThat(answers.get(index).get()).isEqualTo("did " + index);
		}
		assertThat(rows()).isEqualTo(200);
		assertThat(this.sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(200);
	}

	@Test
	void refusesOneCommandAndNoOther() throws Exception {
		List<Future<String>> answers = together("a", "refused", "b");
		assertThat(answers.get(0).get()).isEqualTo("did a");
		assertThat(answers.get(2).get()).isEqualTo("did b");
		assertThat(answers.get(1)).failsWithin(Duration.ofSeconds(5))
			.withThrowableThat()
			.havingRootCause()
			.withMessage("not this one");
		assertThat(rows()).isEqualTo(2);
	}

	/**
	 * A row that the database refuses takes the whole transaction down, but only itself.
	 */
	@Test
	void failsNobodyForTheFaultOfAnother() throws Exception {
		this.jdbc.sql("insert into done values ('taken')").update();
		List<Future<String>> answers = together("a", "taken", "b");
		assertThat(answers.get(0).get()).isEqualTo("did a");
		assertThat(answers.get(2).get()).isEqualTo("did b");
		assertThat(answers.get(1)).failsWithin(Duration.ofSeconds(5))
			.withThrowableThat()
			.withCauseInstanceOf(DataIntegrityViolationException.class);
		assertThat(rows()).isEqualTo(3);
	}

	@Test
	void leavesNothingOfATransactionLostInBetween() throws Exception {
		this.queue = queue(this.transaction, (commands) -> {
			List<Outcome<String>> outcomes = insert(commands);
			int connection = this.jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
			kill(connection);
			return outcomes;
		}, 1000, Duration.ofSeconds(10));
		this.gate.countDown();
		for (Future<String> answer : all(List.of("a", "b", "c"))) {
			assertThat(answer).failsWithin(Duration.ofSeconds(20));
		}
		assertThat(rows()).isZero();
	}

	@Test
	void tellsAllThatTheOutcomeIsUnknownAfterACommitWithoutAnAnswer() throws Exception {
		TransactionTemplate unanswered = new TransactionTemplate(this.transaction.getTransactionManager()) {

			private static final long serialVersionUID = 1L;

			@Override
			public <T> T execute(TransactionCallback<T> action) {
				super.execute((TransactionStatus status) -> action.doInTransaction(status));
				throw new OutcomeUnknownException(new IllegalStateException("silence"));
			}

		};
		this.queue = queue(unanswered, this::insert, 1000, Duration.ofSeconds(10));
		this.gate.countDown();
		for (Future<String> answer : all(List.of("a", "b"))) {
			assertThat(answer).failsWithin(Duration.ofSeconds(5))
				.withThrowableThat()
				.withCauseInstanceOf(OutcomeUnknownException.class);
		}
		assertThat(rows()).isEqualTo(2);
	}

	@Test
	void sendsBackWhomItHasNoRoomFor() {
		this.queue = queue(this.transaction, this::insert, 1, Duration.ofSeconds(10));
		ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
		Future<String> begun = threads.submit(() -> this.queue.run("group", "begun"));
		await().until(() -> this.sizes.size() == 1);
		Future<String> waiting = threads.submit(() -> this.queue.run("group", "waiting"));
		await().until(() -> this.queue.waiting() == 1);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.queue.run("other", "late"))
			.returns("TEMPORARILY_UNAVAILABLE", Problem::code)
			.satisfies((problem) -> assertThat(problem.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
		this.gate.countDown();
		assertThat(begun).succeedsWithin(Duration.ofSeconds(5));
		assertThat(waiting).succeedsWithin(Duration.ofSeconds(5));
		threads.close();
	}

	/** Who gives up before he was begun is not done; of one begun nobody knows. */
	@Test
	void doesNothingForWhoHasGivenUp() throws Exception {
		this.queue = queue(this.transaction, this::insert, 1000, Duration.ofMillis(300));
		List<Future<String>> answers = together("begun", "waiting");
		assertThat(answers.get(0)).failsWithin(Duration.ofSeconds(5))
			.withThrowableThat()
			.havingRootCause()
			.isInstanceOfSatisfying(Problem.class,
					(problem) -> assertThat(problem.code()).isEqualTo("OUTCOME_UNKNOWN"));
	}

	@Test
	void finishesWhatWaitsWhenItStops() throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<String> begun = threads.submit(() -> this.queue.run("group", "begun"));
			await().until(() -> this.sizes.size() == 1);
			Future<String> waiting = threads.submit(() -> this.queue.run("group", "waiting"));
			await().until(() -> this.queue.waiting() == 1);
			Future<?> stopping = threads.submit(() -> this.queue.stop());
			this.gate.countDown();
			assertThat(begun).succeedsWithin(Duration.ofSeconds(5));
			assertThat(waiting).succeedsWithin(Duration.ofSeconds(5));
			assertThat(stopping).succeedsWithin(Duration.ofSeconds(5));
		}
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.queue.run("group", "late"));
		this.queue.start();
		assertThat(this.queue.run("group", "again")).isEqualTo("did again");
	}

	@Test
	void undoesACommandRunAlonePastItsRefusal() {
		this.gate.countDown();
		GroupCommit<String, String> alone = queue(this.transaction, (commands) -> {
			insert(commands);
			return List.of(Outcome.refused(Problem.conflict("NO", "not this one")));
		}, 10, Duration.ofSeconds(10));
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> alone.runAlone("a"));
		assertThat(rows()).isZero();
	}

	private List<Outcome<String>> insert(List<String> commands) {
		this.sizes.add(commands.size());
		pass();
		return commands.stream().map((name) -> Outcome.decided(() -> {
			if (name.equals("refused")) {
				throw Problem.conflict("REFUSED", "not this one");
			}
			this.jdbc.sql("insert into done values (:name)").param("name", name).update();
			return "did " + name;
		})).toList();
	}

	/** The first is begun, and holds the gate while the others gather behind it. */
	private List<Future<String>> together(String... names) {
		ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
		List<Future<String>> answers = new ArrayList<>();
		for (String name : names) {
			int before = this.queue.waiting();
			answers.add(threads.submit(() -> this.queue.run("group", name)));
			boolean first = answers.size() == 1;
			await().until(() -> first ? this.sizes.size() == 1 : this.queue.waiting() > before);
		}
		if (names.length > 2) {
			this.gate.countDown();
		}
		return answers;
	}

	private List<Future<String>> all(List<String> names) throws InterruptedException {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			return threads.invokeAll(
					names.stream().map((name) -> (Callable<String>) () -> this.queue.run("group", name)).toList());
		}
	}

	private void pass() {
		try {
			this.gate.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void kill(int connection) {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<Boolean> gone = threads.submit(() -> this.jdbc.sql("select pg_terminate_backend(:pid, 5000)")
				.param("pid", connection)
				.query(Boolean.class)
				.single());
			assertThat(gone).succeedsWithin(Duration.ofSeconds(10));
		}
	}

	private long rows() {
		return this.jdbc.sql("select count(*) from done").query(Long.class).single();
	}

	private GroupCommit<String, String> queue(TransactionTemplate transaction,
			Function<List<String>, List<Outcome<String>>> work, int seats, Duration patience) {
		GroupCommit<String, String> queue = new GroupCommit<>("test",
				new BatchProperties(2, 256, seats, patience, Duration.ofSeconds(1)), transaction, work);
		queue.start();
		return queue;
	}

	private static HikariDataSource database() {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(TestDatabase.create());
		return new HikariDataSource(config);
	}

}
