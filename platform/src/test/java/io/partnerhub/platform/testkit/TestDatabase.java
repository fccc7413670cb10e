package io.partnerhub.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * Databases on one real PostgreSQL per test run: from a container where Docker answers
 * quickly and has the image, else embedded.
 */
public final class TestDatabase {

	private static final String IMAGE = "postgres:18-alpine";

	private static final AtomicInteger COUNT = new AtomicInteger();

	private static final Server SERVER = containersUsable() ? container() : embedded();

	private TestDatabase() {
	}

	/** Creates an empty database and returns its JDBC URL, user and password included. */
	public static String create() {
		String name = "test_" + COUNT.incrementAndGet();
		try (Connection connection = DriverManager.getConnection(SERVER.url("postgres"));
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return SERVER.url(name);
	}

	private static boolean containersUsable() {
		try {
			Path output = Files.createTempFile("docker-images", ".txt");
			Process docker = new ProcessBuilder("docker", "images", "-q", IMAGE).redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			boolean answered = docker.waitFor(3, TimeUnit.SECONDS) && docker.exitValue() == 0;
			docker.destroyForcibly();
			return answered && Files.size(output) > 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@SuppressWarnings("resource")
	private static Server container() {
		PostgreSQLContainer postgres = new PostgreSQLContainer(IMAGE);
		postgres.start();
		return (database) -> "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getFirstMappedPort() + "/"
				+ database + "?user=" + postgres.getUsername() + "&password=" + postgres.getPassword();
	}

	private static Server embedded() {
		try {
			EmbeddedPostgres postgres = EmbeddedPostgres.builder()
				.setServerConfig("max_connections", "300")
				.setServerConfig("shared_buffers", "64MB")
				.start();
			return (database) -> "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database
					+ "?user=postgres&password=postgres";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private interface Server {

		String url(String database);

	}

}
