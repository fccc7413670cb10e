package io.partnerhub.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a pgbench script as 32 connections with prepared statements would. */
record JdbcLoop(String url) implements PgBench {

	private static final Pattern RANDOM = Pattern.compile("\\\\set n random\\((\\d+), (\\d+)\\)");

	@Override
	public double run(String script, int seconds) throws Exception {
		Matcher random = RANDOM.matcher(script);
		if (!random.find()) {
			throw new IllegalArgumentException("the script draws no number n");
		}
		int from = Integer.parseInt(random.group(1));
		int to = Integer.parseInt(random.group(2));
		List<String> statements = List
			.of(script.substring(random.end()).replace("begin;", "").replace("commit;", "").split(";", -1));
		long end = System.nanoTime() + seconds * 1_000_000_000L;
		try (ExecutorService threads = Executors.newFixedThreadPool(Load.CONNECTIONS)) {
			List<Callable<Long>> loops = new ArrayList<>();
			for (int index = 0; index < Load.CONNECTIONS; index++) {
				loops.add(() -> loop(statements, from, to, end));
			}
			long sum = 0;
			for (Future<Long> count : threads.invokeAll(loops)) {
				sum += count.get();
			}
			return (double) sum / seconds;
		}
	}

	@Override
	public String name() {
		return "JDBC loop on " + Load.CONNECTIONS + " connections (pgbench is not installed)";
	}

	private long loop(List<String> statements, int from, int to, long end) throws SQLException {
		try (Connection connection = DriverManager.getConnection(this.url)) {
			connection.setAutoCommit(false);
			List<PreparedStatement> prepared = new ArrayList<>();
			for (String statement : statements) {
				if (!statement.isBlank()) {
					prepared.add(connection.prepareStatement(statement.replace(":n", "?::int")));
				}
			}
			long count = 0;
			for (; System.nanoTime() < end; count++) {
				int n = ThreadLocalRandom.current().nextInt(from, to + 1);
				for (PreparedStatement statement : prepared) {
					for (int mark = 1; mark <= statement.getParameterMetaData().getParameterCount(); mark++) {
						statement.setInt(mark, n);
					}
					statement.execute();
				}
				connection.commit();
			}
			return count;
		}
	}

}
