package io.partnerhub.platform.event;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.partnerhub.contracts.CustomerEvent.DisassociationCompleted;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.problem.SafeTransactionManager;
import io.partnerhub.platform.testkit.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An outbox and an inbox on a database of their own, without a service around them. */
abstract class MessagingTestBase {

	final HikariDataSource database = database();

	final JdbcClient jdbc = JdbcClient.create(this.database);

	final TransactionTemplate transaction = new TransactionTemplate(new SafeTransactionManager(this.database));

	/** As strict as the services are towards their callers. */
	final JsonMapper json = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

	final Clock clock = Clock.systemUTC();

	@AfterEach
	void closeDatabase() {
		this.database.close();
	}

	Inbox inbox(Subscription... subscriptions) {
		return new Inbox(List.of(subscriptions), this.jdbc, this.transaction, this.json, this.clock);
	}

	void announce(Outbox outbox, UUID key, int number) {
		this.transaction.executeWithoutResult((status) -> outbox.announce(event(key, number)));
	}

	/** Events told apart by their epoch. */
	static DisassociationCompleted event(UUID key, int number) {
		return new DisassociationCompleted(key, key, key, number, Ids.next());
	}

	long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	private static HikariDataSource database() {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(TestDatabase.create());
		config.setMaximumPoolSize(24);
		HikariDataSource database = new HikariDataSource(config);
		Flyway.configure().dataSource(database).locations("classpath:db/platform").load().migrate();
		return database;
	}

}
