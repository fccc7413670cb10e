package io.partnerhub.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The limit: PostgreSQL's own load generator, or a bare JDBC loop where it is absent. */
interface PgBench {

	/** Transactions per second of a script. */
	double run(String script, int seconds) throws Exception;

	/** What it is, for the report. */
	String name();

	static PgBench on(Database database, String name) {
		String version = version();
		return version.isEmpty() ? new JdbcLoop(database.url(name)) : new Real(version, database.port(), name);
	}

	private static String version() {
		try {
			Process process = new ProcessBuilder("pgbench", "--version").start();
			String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
			return (process.waitFor() == 0) ? text : "";
		}
		catch (IOException ex) {
			return "";
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return "";
		}
	}

	/** {@code pgbench -M prepared -c 32}. */
	record Real(String version, int port, String database) implements PgBench {

		private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

		@Override
		public double run(String script, int seconds) throws Exception {
			Path file = Files.createTempFile("limit", ".pgbench");
			Files.writeString(file, script);
			ProcessBuilder command = new ProcessBuilder("pgbench", "-n", "-M", "prepared", "-c",
					String.valueOf(Load.CONNECTIONS), "-j", "2", "-T", String.valueOf(seconds), "-f", file.toString(),
					"-h", "127.0.0.1", "-p", String.valueOf(this.port), "-U", "postgres", this.database);
			command.environment().put("PGPASSWORD", "postgres");
			Process process = command.redirectErrorStream(true).start();
			String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			Matcher tps = TPS.matcher(text);
			if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0 || !tps.find()) {
				throw new IllegalStateException("pgbench failed: " + text);
			}
			return Double.parseDouble(tps.group(1));
		}

		@Override
		public String name() {
			return this.version + " -M prepared -c " + Load.CONNECTIONS + " -j 2";
		}

	}

}
