package io.partnerhub.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** Databases on one embedded PostgreSQL that lives as long as the run. */
final class Database implements AutoCloseable {

	private final EmbeddedPostgres server;

	private Database(EmbeddedPostgres server) {
		this.server = server;
	}

	static Database start() throws IOException {
		return new Database(EmbeddedPostgres.builder()
			.setServerConfig("shared_buffers", "512MB")
			.setServerConfig("maintenance_work_mem", "512MB")
			.setServerConfig("max_wal_size", "4GB")
			.setServerConfig("max_connections", "100")
			.start());
	}

	/** Makes an empty database and returns its URL. */
	String create(String name) throws SQLException {
		try (Connection connection = connect("postgres"); Statement statement = connection.createStatement()) {
			statement.execute("create database " + name);
		}
		return url(name);
	}

	Connection connect(String name) throws SQLException {
		return DriverManager.getConnection(url(name));
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

	private String url(String name) {
		return "jdbc:postgresql://127.0.0.1:" + this.server.getPort() + "/" + name + "?user=postgres&password=postgres";
	}

}
