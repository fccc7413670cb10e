package io.partnerhub.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * Databases on one embedded PostgreSQL, as durable as in production, that lives as long
 * as the run.
 */
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
			.setServerConfig("max_connections", "200")
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("full_page_writes", "on")
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

	/**
	 * Writes out what a fill or a round has left, so that the next is not slowed by it.
	 */
	void settle() throws SQLException {
		try (Connection connection = connect("postgres"); Statement statement = connection.createStatement()) {
			statement.execute("checkpoint");
		}
	}

	/** What the server itself says it runs with. */
	Map<String, String> settings() throws SQLException {
		Map<String, String> settings = new LinkedHashMap<>();
		try (Connection connection = connect("postgres");
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(
						"""
								select name, current_setting(name) from pg_settings
								where name in ('server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method',
								               'shared_buffers', 'max_wal_size', 'max_connections')
								order by name
								""")) {
			while (rows.next()) {
				settings.put(rows.getString(1), rows.getString(2));
			}
		}
		return settings;
	}

	int port() {
		return this.server.getPort();
	}

	/** A copy of a database that nobody is connected to. */
	String copy(String name, String template) throws SQLException {
		try (Connection connection = connect("postgres"); Statement statement = connection.createStatement()) {
			statement.execute("create database " + name + " template " + template);
		}
		return url(name);
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

	String url(String name) {
		return "jdbc:postgresql://127.0.0.1:" + this.server.getPort() + "/" + name + "?user=postgres&password=postgres";
	}

}
