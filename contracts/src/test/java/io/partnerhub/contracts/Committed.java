package io.partnerhub.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The committed contract files under {@code src/main/resources/META-INF/partner-hub}.
 * After an additive change of an event,
 * {@code mvn -pl contracts test -Dcontracts.write=true} writes golden files and
 * {@code asyncapi.yaml} anew; commit them with the change.
 */
final class Committed {

	static final String HINT = "run: mvn -pl contracts test -Dcontracts.write=true";

	/** JSON as it stands on the wire: absent instead of null, times in ISO form. */
	static final JsonMapper JSON = JsonMapper.builder()
		.changeDefaultPropertyInclusion(
				(always) -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
		.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.enable(SerializationFeature.INDENT_OUTPUT)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private static final Path FOLDER = Path.of("src/main/resources/META-INF/partner-hub");

	private Committed() {
	}

	static boolean isBeingWritten() {
		return Boolean.getBoolean("contracts.write");
	}

	static Path event(EventCatalog.Entry entry) {
		return FOLDER.resolve("events").resolve(entry.type() + ".json");
	}

	static Path asyncApi() {
		return FOLDER.resolve("asyncapi.yaml");
	}

	static List<String> eventFiles() {
		try (Stream<Path> files = Files.list(FOLDER.resolve("events"))) {
			return files.map((file) -> String.valueOf(file.getFileName())).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String read(Path file) {
		try {
			return Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static void write(Path file, String text) {
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
