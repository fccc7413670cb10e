package io.partnerhub.platform.job;

import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;

/**
 * Lets the instances of a service share its jobs through its database; what a dead
 * instance held is free again within two minutes.
 */
class JobScheduler implements SmartLifecycle {

	private static final Duration HEARTBEAT = Duration.ofSeconds(20);

	private static final int MISSED_HEARTBEATS = 4;

	private final DataSource database;

	private final List<Job> jobs;

	private final JobWindows windows;

	private volatile @Nullable Scheduler scheduler;

	JobScheduler(DataSource database, List<Job> jobs, JobWindows windows) {
		this.database = database;
		this.jobs = jobs;
		this.windows = windows;
	}

	@Override
	public void start() {
		List<RecurringTask<Void>> tasks = this.jobs.stream().map(this::task).toList();
		if (tasks.isEmpty()) {
			return;
		}
		Scheduler started = Scheduler.create(this.database)
			.startTasks(tasks)
			.tableName("job")
			.threads(2)
			.pollingInterval(Duration.ofSeconds(2))
			.heartbeatInterval(HEARTBEAT)
			.missedHeartbeatsLimit(MISSED_HEARTBEATS)
			.shutdownMaxWait(Duration.ofSeconds(10))
			.build();
		started.start();
		this.scheduler = started;
	}

	@Override
	public void stop() {
		Scheduler running = this.scheduler;
		if (running != null) {
			running.stop();
			this.scheduler = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.scheduler != null;
	}

	private RecurringTask<Void> task(Job job) {
		return Tasks.recurring(job.name(), FixedDelay.of(job.every()))
			.execute((instance, context) -> this.windows.once(job));
	}

}
