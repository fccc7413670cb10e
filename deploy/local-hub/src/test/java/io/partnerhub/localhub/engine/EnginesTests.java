package io.partnerhub.localhub.engine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import io.partnerhub.localhub.home.HubHome;
import io.partnerhub.localhub.home.Ports;
import io.partnerhub.localhub.home.Progress;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the engines have acknowledged is there after a stop and after a kill, at the same
 * address.
 */
class EnginesTests {

	@TempDir
	Path folder;

	private HubHome home;

	private Ports ports;

	@BeforeEach
	void openHome() {
		this.home = HubHome.open(this.folder);
		this.ports = Ports.in(this.folder);
	}

	@AfterEach
	void closeHome() {
		this.home.close();
	}

	@Test
	void postgresIsDurableAndKeepsWhatItCommittedThroughStopAndKill() throws SQLException {
		Postgres postgres = postgres();
		postgres.start();
		try {
			execute(postgres, "create table kept (id int)");
			execute(postgres, "insert into kept values (1)");
			for (String guarantee : List.of("fsync", "synchronous_commit", "full_page_writes")) {
				assertThat(ask(postgres, "show " + guarantee)).isEqualTo("on");
			}
			postgres.kill();
			assertThat(postgres.running()).isFalse();
			postgres.start();
			execute(postgres, "insert into kept values (2)");
			postgres.stop();
			postgres.start();
			assertThat(ask(postgres, "select string_agg(id::text, ',' order by id) from kept")).isEqualTo("1,2");
		}
		finally {
			postgres.stop();
		}
	}

	@Test
	void postgresOfAKilledHubIsFoundAndStopped() throws SQLException {
		Postgres killed = postgres();
		killed.start();
		execute(killed, "create table kept ()");
		this.home.processes().stopLeftovers(Progress.silent());
		assertThat(Postgres.leftover(this.folder)).isEmpty();
		killed.kill();
		Postgres next = postgres();
		next.start();
		try {
			assertThat(ask(next, "select count(*)::text from kept")).isEqualTo("0");
		}
		finally {
			next.stop();
		}
	}

	@Test
	void kafkaKeepsItsTopicsThroughAKill() throws Exception {
		Kafka kafka = new Kafka(this.home, this.ports.choose("kafka"), this.ports.choose("kafka-controller"),
				Progress.silent());
		kafka.start();
		try {
			try (Admin admin = admin(kafka)) {
				admin.createTopics(List.of(new NewTopic("customer.events", 12, (short) 1))).all().get();
			}
			kafka.kill();
			assertThat(kafka.running()).isFalse();
			kafka.start();
			try (Admin admin = admin(kafka)) {
				assertThat(admin.listTopics().names().get()).contains("customer.events");
			}
		}
		finally {
			kafka.stop();
		}
		assertThat(this.home.file("pids", "kafka")).doesNotExist();
	}

	private Postgres postgres() {
		return new Postgres(this.home, this.ports.choose("postgres"), List.of("customer", "coupon"), Progress.silent());
	}

	private static Admin admin(Kafka kafka) {
		return Admin.create(Map.of("bootstrap.servers", kafka.address()));
	}

	private static void execute(Postgres postgres, String sql) throws SQLException {
		try (Connection connection = connect(postgres); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static String ask(Postgres postgres, String sql) throws SQLException {
		try (Connection connection = connect(postgres);
				Statement statement = connection.createStatement();
				ResultSet answer = statement.executeQuery(sql)) {
			answer.next();
			return answer.getString(1);
		}
	}

	private static Connection connect(Postgres postgres) throws SQLException {
		return DriverManager.getConnection(postgres.url("customer"), postgres.user(), "");
	}

}
