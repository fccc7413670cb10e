package io.partnerhub.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.SpringBootVersion;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, on what, with which settings: printed, and kept as JSON. */
final class Report {

	private final Map<String, Object> content = new LinkedHashMap<>();

	private final String name;

	Report(String name, Database database) throws Exception {
		this.name = name;
		with("benchmark", name).with("at", Instant.now(Clock.systemUTC()).toString())
			.with("processors", Runtime.getRuntime().availableProcessors())
			.with("system",
					System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
							+ System.getProperty("os.arch"))
			.with("java", System.getProperty("java.runtime.version"))
			.with("springBoot", SpringBootVersion.getVersion())
			.with("postgres", database.settings());
	}

	Report with(String key, Object value) {
		this.content.put(key, value);
		return this;
	}

	void write(Path folder) throws Exception {
		JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
		Path file = folder.resolve(this.name + ".json");
		Files.createDirectories(file.toAbsolutePath().getParent());
		Files.writeString(file, json.writeValueAsString(this.content));
		System.out.println(json.writeValueAsString(this.content));
		System.out.println("Figures: " + file);
	}

}
