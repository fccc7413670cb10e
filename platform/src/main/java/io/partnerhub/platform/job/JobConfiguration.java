package io.partnerhub.platform.job;

import java.time.Clock;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the jobs; without {@code partnerhub.jobs.enabled} none comes round by itself. */
@Configuration(proxyBeanMethods = false)
public class JobConfiguration {

	@Bean
	JobWindows jobWindows(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
		return new JobWindows(jdbc, new TransactionTemplate(transactions), clock);
	}

	@Bean
	@ConditionalOnProperty(name = "partnerhub.jobs.enabled", matchIfMissing = true)
	JobScheduler jobScheduler(DataSource database, ObjectProvider<Job> jobs, JobWindows windows) {
		List<Job> all = jobs.orderedStream().toList();
		return new JobScheduler(database, all, windows);
	}

}
