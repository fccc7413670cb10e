package io.partnerhub.platform.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wires the jobs; without {@code partnerhub.jobs.enabled} none comes round by itself, and
 * {@code partnerhub.jobs.at-least-every} (whole seconds, a day unless given) shortens
 * longer windows, for a hub whose users will not wait.
 */
@Configuration(proxyBeanMethods = false)
public class JobConfiguration {

	@Bean
	JobWindows jobWindows(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
		return new JobWindows(jdbc, new TransactionTemplate(transactions), clock);
	}

	@Bean
	@ConditionalOnProperty(name = "partnerhub.jobs.enabled", matchIfMissing = true)
	JobScheduler jobScheduler(DataSource database, ObjectProvider<Job> jobs, JobWindows windows,
			@Value("${partnerhub.jobs.at-least-every:1d}") Duration longest) {
		List<Job> all = jobs.orderedStream().map((job) -> job.atLeastEvery(longest)).toList();
		return new JobScheduler(database, all, windows);
	}

}
