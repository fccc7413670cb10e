package io.partnerhub.platform.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.partnerhub.platform.testkit.MovableClock;
import io.partnerhub.platform.testkit.TestDatabase;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** A job has its effect once per window, whichever instance runs it (I-50). */
class JobsTests {

	private final AtomicInteger runs = new AtomicInteger();

	private final Job job = new Job("sweep", Duration.ofMinutes(5), this.runs::incrementAndGet);

	private final MovableClock clock = new MovableClock();

	private DataSource database;

	private JobWindows windows;

	@BeforeEach
	void migrate() {
		this.database = new DriverManagerDataSource(TestDatabase.create());
		Flyway.configure().dataSource(this.database).locations("classpath:db/platform").load().migrate();
		this.windows = windows();
	}

	@Test
	@Tag("I-50")
	void runsOncePerWindowThoughTwoInstancesTry() {
		JobWindows other = windows();
		assertThat(this.windows.once(this.job)).isTrue();
		assertThat(other.once(this.job)).isFalse();
		this.clock.advance(Duration.ofMinutes(5));
		assertThat(other.once(this.job)).isTrue();
		assertThat(this.runs).hasValue(2);
	}

	@Test
	@Tag("I-50")
	void leavesTheWindowOpenWhenTheWorkFails() {
		Job failing = new Job("sweep", Duration.ofMinutes(5), () -> {
			throw new IllegalStateException("no luck");
		});
		assertThatIllegalStateException().isThrownBy(() -> this.windows.once(failing));
		assertThat(this.windows.once(this.job)).isTrue();
	}

	@Test
	@Tag("I-50")
	void keepsNoTransactionOpenAroundWorkInSteps() {
		List<Boolean> open = new ArrayList<>();
		Runnable work = () -> open.add(TransactionSynchronizationManager.isActualTransactionActive());
		Job steps = Job.inSteps("steps", Duration.ofMinutes(5), work);
		assertThat(this.windows.once(steps)).isTrue();
		assertThat(this.windows.once(steps)).isFalse();
		assertThat(this.windows.once(new Job("whole", Duration.ofMinutes(5), work))).isTrue();
		assertThat(open).containsExactly(false, true);
	}

	@Test
	@Tag("I-50")
	void forgetsOldWindows() {
		this.windows.once(this.job);
		this.clock.advance(Duration.ofDays(36));
		this.windows.once(this.job);
		assertThat(JdbcClient.create(this.database).sql("select count(*) from job_window").query(Long.class).single())
			.isEqualTo(1);
	}

	@Test
	void comesRoundMoreOftenWhereNobodyWillWait() {
		assertThat(this.job.atLeastEvery(Duration.ofSeconds(4)).every()).isEqualTo(Duration.ofSeconds(4));
		assertThat(this.job.atLeastEvery(Duration.ofDays(1))).isEqualTo(this.job);
	}

	@Test
	void comesRoundByItself() {
		JobScheduler scheduler = new JobScheduler(this.database, List.of(this.job), this.windows);
		scheduler.start();
		try {
			Awaitility.await().until(() -> this.runs.get() == 1);
		}
		finally {
			scheduler.stop();
		}
		assertThat(scheduler.isRunning()).isFalse();
	}

	private JobWindows windows() {
		return new JobWindows(JdbcClient.create(this.database),
				new TransactionTemplate(new DataSourceTransactionManager(this.database)), this.clock);
	}

}
