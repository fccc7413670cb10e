package io.partnerhub.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.partnerhub.platform.caller.Caller;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The import of a FOCUS file against plain COPY of the very same rows into a logged table
 * with the same typed columns and one index: at least 0.3 of its speed, and never below
 * 0.15. Both take turns. Then one large file, during which the heap must not grow.
 */
final class ConsumptionImportBenchmark {

	private static final int ROWS = Integer.getInteger("partnerhub.benchmarks.rows", 200_000);

	private static final int LARGE = Integer.getInteger("partnerhub.benchmarks.large", 1_000_000);

	private static final int ROUNDS = Integer.getInteger("partnerhub.benchmarks.rounds", 5);

	private static final double AIM = 0.3;

	private static final double FLOOR = 0.15;

	private final HttpClient http = HttpClient.newHttpClient();

	private final JsonMapper json = JsonMapper.builder().build();

	private final Database database;

	private final Service service;

	private final Connection connection;

	private long nextId = 1;

	private ConsumptionImportBenchmark(Database database, Service service, Connection connection) {
		this.database = database;
		this.service = service;
		this.connection = connection;
	}

	static void run(Path output) throws Exception {
		try (Database database = Database.start();
				Service service = Service.billing(database.create("consumption"));
				Connection connection = database.connect("consumption")) {
			Coupons.execute(connection, Coupons.text("/consumption.sql"));
			new ConsumptionImportBenchmark(database, service, connection).measure(output);
		}
	}

	private void measure(Path output) throws Exception {
		List<Map<String, Object>> rounds = new ArrayList<>();
		double[] ratios = new double[ROUNDS];
		for (int round = -1; round < ROUNDS; round++) {
			Map<String, Object> figures = round();
			System.out.println(figures);
			if (round >= 0) {
				rounds.add(figures);
				ratios[round] = (double) Objects.requireNonNull(figures.get("ratio"));
			}
		}
		double ratio = Samples.middle(ratios);
		Map<String, Object> large = large();
		System.out.printf("import at %.2f of COPY (aim %.2f, floor %.2f)%n", ratio, AIM, FLOOR);
		new Report("consumption-import", this.database).with("rows", ROWS)
			.with("ratio", ratio)
			.with("kept", ratio >= AIM)
			.with("floorKept", ratio >= FLOOR)
			.with("rounds", rounds)
			.with("large", large)
			.write(output);
	}

	/** From the first byte sent to the last row counted, and COPY of the same rows. */
	private Map<String, Object> round() throws Exception {
		Path file = ConsumptionFiles.write(ROWS, this.nextId);
		this.nextId += ROWS;
		this.database.settle();
		long start = System.nanoTime();
		JsonNode taken = send(file);
		long received = System.nanoTime() - start;
		String id = taken.at("/id").asString();
		awaitDone(id, ROWS, null);
		long imported = System.nanoTime() - start;
		Path rows = ConsumptionFiles.export(this.connection, id);
		long copied = ConsumptionFiles.copy(this.connection, rows);
		Map<String, Object> figures = new LinkedHashMap<>();
		figures.put("fileBytes", Files.size(file));
		figures.put("copyBytes", Files.size(rows));
		figures.put("receivedMillis", received / 1_000_000);
		figures.put("importMillis", imported / 1_000_000);
		figures.put("copyMillis", copied / 1_000_000);
		figures.put("rowsPerSecond", ROWS * 1_000_000_000L / imported);
		figures.put("ratio", (double) copied / imported);
		Files.delete(file);
		Files.delete(rows);
		return figures;
	}

	private Map<String, Object> large() throws Exception {
		Path file = ConsumptionFiles.write(LARGE, this.nextId);
		Heap heap = new Heap();
		long start = System.nanoTime();
		awaitDone(send(file).at("/id").asString(), LARGE, heap);
		Map<String, Object> figures = new LinkedHashMap<>();
		figures.put("rows", LARGE);
		figures.put("fileBytes", Files.size(file));
		figures.put("millis", (System.nanoTime() - start) / 1_000_000);
		figures.put("lowestHeapMegabytesPerTenth", heap.lowestPerTenth());
		Files.delete(file);
		return figures;
	}

	private JsonNode send(Path file) throws Exception {
		HttpRequest request = request("/api/v1/vendor/consumption-files").header("Content-Type", "text/csv")
			.POST(HttpRequest.BodyPublishers.ofFile(file))
			.build();
		return answer(request, 202);
	}

	private void awaitDone(String id, int rows, @Nullable Heap heap) throws Exception {
		JsonNode state = answer(request("/api/v1/vendor/consumption-files/" + id).GET().build(), 200);
		while (state.at("/state").asString().equals("RUNNING")) {
			if (heap != null) {
				heap.sample();
			}
			TimeUnit.MILLISECONDS.sleep(20);
			state = answer(request("/api/v1/vendor/consumption-files/" + id).GET().build(), 200);
		}
		if (state.at("/posted").asInt() != rows) {
			throw new IllegalStateException("not all rows count: " + state);
		}
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.service.port() + path))
			.header("Authorization", "Bearer " + this.service.token(Caller.vendor("vendor")));
	}

	private JsonNode answer(HttpRequest request, int status) throws Exception {
		HttpResponse<String> answer = this.http.send(request, HttpResponse.BodyHandlers.ofString());
		if (answer.statusCode() != status) {
			throw new IllegalStateException(answer.statusCode() + " " + answer.body());
		}
		return this.json.readTree(answer.body());
	}

	/** How much memory is used while a file is imported. */
	private static final class Heap {

		private final List<Long> samples = new ArrayList<>();

		void sample() {
			this.samples.add((Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
		}

		/** What was left after collections, from the beginning to the end. */
		List<Long> lowestPerTenth() {
			List<Long> lowest = new ArrayList<>();
			for (int tenth = 0; tenth < 10; tenth++) {
				lowest
					.add(this.samples.subList(this.samples.size() * tenth / 10, this.samples.size() * (tenth + 1) / 10)
						.stream()
						.min(Long::compare)
						.orElse(0L));
			}
			return lowest;
		}

	}

}
