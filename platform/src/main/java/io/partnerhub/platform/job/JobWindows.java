package io.partnerhub.platform.job;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A window belongs to whoever marks it first. The mark commits together with work of one
 * transaction, so that a crash leaves neither (I-50), and before work in steps.
 */
public class JobWindows {

	private static final Duration REMEMBERED = Duration.ofDays(35);

	private final JdbcClient jdbc;

	private final TransactionTemplate transactions;

	private final Clock clock;

	public JobWindows(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** False if the present window has had its work already. */
	public boolean once(Job job) {
		if (job.oneTransaction()) {
			return Boolean.TRUE.equals(this.transactions.execute((status) -> run(job, mark(job))));
		}
		return run(job, Boolean.TRUE.equals(this.transactions.execute((status) -> mark(job))));
	}

	private static boolean run(Job job, boolean mine) {
		if (mine) {
			job.work().run();
		}
		return mine;
	}

	private boolean mark(Job job) {
		Instant now = this.clock.instant();
		long seconds = job.every().toSeconds();
		this.jdbc.sql("delete from job_window where job = :job and opened_at < :old")
			.param("job", job.name())
			.param("old", Timestamp.from(now.minus(REMEMBERED)))
			.update();
		return this.jdbc.sql("""
				insert into job_window (job, opened_at)
				values (:job, :opened)
				on conflict do nothing
				""")
			.param("job", job.name())
			.param("opened", Timestamp.from(Instant.ofEpochSecond(now.getEpochSecond() / seconds * seconds)))
			.update() == 1;
	}

}
