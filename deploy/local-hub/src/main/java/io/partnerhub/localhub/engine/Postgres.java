package io.partnerhub.localhub.engine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.partnerhub.localhub.home.HubFailure;
import io.partnerhub.localhub.home.HubHome;
import io.partnerhub.localhub.home.Processes;
import io.partnerhub.localhub.home.Progress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL with one database per service. What it acknowledged is on the disk: a kill
 * at any moment loses nothing that was committed.
 */
public final class Postgres implements Part {

	private static final Duration START_PATIENCE = Duration.ofSeconds(60);

	/** Durable, and small enough for a laptop. */
	private static final Map<String, String> SETTINGS = Map.ofEntries(Map.entry("fsync", "on"),
			Map.entry("synchronous_commit", "on"), Map.entry("full_page_writes", "on"),
			Map.entry("listen_addresses", "127.0.0.1"), Map.entry("unix_socket_directories", ""),
			Map.entry("max_connections", "150"), Map.entry("shared_buffers", "32MB"), Map.entry("wal_buffers", "1MB"),
			Map.entry("work_mem", "2MB"), Map.entry("maintenance_work_mem", "16MB"), Map.entry("jit", "off"),
			Map.entry("max_wal_size", "256MB"), Map.entry("io_method", "sync"));

	private final HubHome home;

	private final int port;

	private final List<String> databases;

	private final Progress progress;

	private @Nullable EmbeddedPostgres server;

	public Postgres(HubHome home, int port, List<String> databases, Progress progress) {
		this.home = home;
		this.port = port;
		this.databases = databases;
		this.progress = progress;
	}

	/**
	 * The postmaster that works in a home, as its own file tells; found even if the hub
	 * had no time to note it.
	 */
	public static Optional<ProcessHandle> leftover(Path home) {
		Path file = home.resolve("postgres").resolve("postmaster.pid");
		try {
			return Files.exists(file) ? postmaster(Files.readAllLines(file)) : Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String name() {
		return "postgres";
	}

	@Override
	public synchronized void start() {
		Path data = this.home.file("postgres");
		leftover(this.home.folder()).ifPresentOrElse(Processes::stop, () -> dropStaleFile(data));
		if (!Files.exists(data.resolve("postgresql.conf"))) {
			this.progress.say("PostgreSQL: unpacking and creating an empty database cluster");
		}
		try {
			this.server = builder(data).start();
			leftover(this.home.folder()).ifPresent((process) -> this.home.processes().record(name(), process));
			createDatabases();
		}
		catch (IOException | IllegalStateException | SQLException ex) {
			throw HubFailure.of("PostgreSQL did not start", ex, "Read " + log() + ".");
		}
		this.progress.say("PostgreSQL ready on 127.0.0.1:" + this.port);
	}

	@Override
	public synchronized void stop() {
		close();
		leftover(this.home.folder()).ifPresent(Processes::stop);
		this.home.processes().forget(name());
	}

	@Override
	public synchronized void kill() {
		leftover(this.home.folder()).ifPresent((postmaster) -> {
			List<ProcessHandle> all = Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
			all.forEach(ProcessHandle::destroyForcibly);
			all.forEach((process) -> process.onExit().join());
		});
		close();
	}

	@Override
	public boolean running() {
		return leftover(this.home.folder()).isPresent();
	}

	public String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + database;
	}

	public String user() {
		return "postgres";
	}

	private EmbeddedPostgres.Builder builder(Path data) {
		File log = log().toFile();
		EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
			.setDataDirectory(data)
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setPort(this.port)
			.setPGStartupWait(START_PATIENCE)
			.setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
			.setErrorRedirector(ProcessBuilder.Redirect.appendTo(log));
		SETTINGS.forEach(builder::setServerConfig);
		return builder;
	}

	private Path log() {
		return this.home.file("logs", "postgres.log");
	}

	private void createDatabases() throws SQLException {
		PGSimpleDataSource admin = new PGSimpleDataSource();
		admin.setURL(url("postgres"));
		admin.setUser(user());
		try (Connection connection = admin.getConnection(); Statement statement = connection.createStatement()) {
			for (String database : this.databases) {
				if (!exists(statement, database)) {
					statement.execute(String.format(Locale.ROOT, "create database %s", database));
				}
			}
		}
	}

	private static boolean exists(Statement statement, String database) throws SQLException {
		try (ResultSet found = statement
			.executeQuery(String.format(Locale.ROOT, "select from pg_database where datname = '%s'", database))) {
			return found.next();
		}
	}

	private void close() {
		try {
			if (this.server != null) {
				this.server.close();
				this.server = null;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A number that now belongs to a stranger would keep PostgreSQL from starting. */
	private static void dropStaleFile(Path data) {
		try {
			Files.deleteIfExists(data.resolve("postmaster.pid"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Optional<ProcessHandle> postmaster(List<String> lines) {
		if (lines.isEmpty()) {
			return Optional.empty();
		}
		return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
			.filter(ProcessHandle::isAlive)
			.filter((process) -> process.info().command().orElse("").endsWith("postgres"));
	}

}
