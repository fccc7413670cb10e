package io.partnerhub.localhub.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds which process listens on a port: in /proc on Linux, with lsof elsewhere. */
final class PortOwner {

	private static final String LISTENING = "0A";

	private PortOwner() {
	}

	static HubFailure taken(int port) {
		String owner = find(port).map((pid) -> " by process " + pid + program(pid)).orElse(" by another program");
		return new HubFailure("Port " + port + " is taken" + owner,
				"End that process, or choose another port with './hub up --port N' (0 takes any free one).");
	}

	static Optional<Long> find(int port) {
		return Files.isDirectory(Path.of("/proc/net")) ? fromProc(port) : fromLsof(port);
	}

	private static String program(long pid) {
		return ProcessHandle.of(pid)
			.flatMap((process) -> process.info().command())
			.map((name) -> " (" + name + ")")
			.orElse("");
	}

	private static Optional<Long> fromProc(int port) {
		Set<String> sockets = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
			.map(Path::of)
			.filter(Files::isReadable)
			.flatMap((table) -> lines(table).stream())
			.map((line) -> line.strip().split("\\s+"))
			.filter((row) -> row.length > 9 && row[3].equals(LISTENING)
					&& row[1].endsWith(String.format(Locale.ROOT, ":%04X", port)))
			.map((row) -> "socket:[" + row[9] + "]")
			.collect(Collectors.toSet());
		return sockets.isEmpty() ? Optional.empty()
				: ProcessHandle.allProcesses().map(ProcessHandle::pid).filter((pid) -> holds(pid, sockets)).findFirst();
	}

	private static boolean holds(long pid, Set<String> sockets) {
		try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
			return files.anyMatch((file) -> sockets.contains(target(file)));
		}
		catch (IOException | UncheckedIOException ex) {
			return false;
		}
	}

	private static String target(Path file) {
		try {
			return Files.readSymbolicLink(file).toString();
		}
		catch (IOException ex) {
			return "";
		}
	}

	private static List<String> lines(Path table) {
		try {
			return Files.readAllLines(table);
		}
		catch (IOException ex) {
			return List.of();
		}
	}

	private static Optional<Long> fromLsof(int port) {
		try {
			Process lsof = new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN").start();
			String answer = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return Arrays.stream(answer.split("\n", -1))
				.filter((line) -> !line.isBlank())
				.map(Long::valueOf)
				.findFirst();
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

}
