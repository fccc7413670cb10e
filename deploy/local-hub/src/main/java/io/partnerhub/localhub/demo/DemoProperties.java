package io.partnerhub.localhub.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the demo data are called: ids, keys and logins, kept beside the data so that
 * seeding goes on where it stopped.
 */
public final class DemoProperties {

	private final Path file;

	private final Map<String, String> values;

	private DemoProperties(Path file, Map<String, String> values) {
		this.file = file;
		this.values = values;
	}

	public static DemoProperties in(Path home) {
		Path file = home.resolve("demo.properties");
		return new DemoProperties(file, Files.exists(file) ? read(file) : new LinkedHashMap<>());
	}

	public Optional<String> find(String name) {
		return Optional.ofNullable(this.values.get(name));
	}

	String get(String name) {
		return find(name).orElseThrow(() -> new IllegalStateException(name + " is not in " + this.file));
	}

	boolean has(String name) {
		return this.values.containsKey(name);
	}

	void put(String name, String value) {
		this.values.put(name, value);
		save();
	}

	private void save() {
		String text = this.values.entrySet()
			.stream()
			.map((value) -> value.getKey() + "=" + value.getValue() + "\n")
			.collect(Collectors.joining());
		try {
			Path draft = this.file.resolveSibling("demo.properties.new");
			Files.deleteIfExists(draft);
			Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.writeString(draft, text);
			Files.move(draft, this.file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, String> read(Path file) {
		try {
			return Files.readAllLines(file)
				.stream()
				.map((line) -> line.split("=", 2))
				.filter((pair) -> pair.length == 2)
				.collect(Collectors.toMap((pair) -> pair[0], (pair) -> pair[1], (a, b) -> b, LinkedHashMap::new));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
