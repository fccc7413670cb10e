package io.partnerhub.localhub.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.partnerhub.localhub.home.HubFailure;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Takes the jar of a service from the repository, which the launcher names or which is
 * found upwards from where a test runs, and unpacks it.
 */
final class ExecutableJars {

	private ExecutableJars() {
	}

	/**
	 * Unpacks the jar as its own tool does for a container, and answers the jar to run.
	 */
	static Path unpack(Service service, Path folder) {
		Path jar = of(service);
		List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djarmode=tools", "-jar", jar.toString(), "extract",
				"--force", "--destination", folder.toString());
		try {
			Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
			String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (tool.waitFor() != 0) {
				throw new HubFailure(jar + " cannot be unpacked: " + said.strip(), "Run 'mvn -DskipTests package'.");
			}
			return folder.resolve(jar.getFileName());
		}
		catch (IOException ex) {
			throw HubFailure.of(jar + " cannot be unpacked", ex, "Run 'mvn -DskipTests package'.");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	static void delete(@Nullable Path folder) {
		try {
			FileSystemUtils.deleteRecursively(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path of(Service service) {
		Path folder = root().resolve(service.title()).resolve("target");
		return find(folder)
			.orElseThrow(() -> new HubFailure("There is no executable jar of " + service.title() + " in " + folder,
					"Run 'mvn -DskipTests package'."));
	}

	private static Optional<Path> find(Path folder) {
		if (!Files.isDirectory(folder)) {
			return Optional.empty();
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith("-exec.jar")).findFirst();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path root() {
		String named = System.getProperty("partnerhub.root");
		Path folder = Path.of((named != null) ? named : "").toAbsolutePath();
		while (!Files.exists(folder.resolve("hub")) || !Files.exists(folder.resolve("pom.xml"))) {
			folder = folder.getParent();
			if (folder == null) {
				throw new HubFailure("The repository with the services' jars is not found",
						"Name it with -Dpartnerhub.root=DIR.");
			}
		}
		return folder;
	}

}
