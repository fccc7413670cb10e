package io.partnerhub.localhub;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.partnerhub.localhub.home.HubFailure;
import org.jspecify.annotations.Nullable;

/**
 * What the launcher was asked for.
 *
 * @param command the first word
 * @param home the folder of the hub's data
 * @param processes whether each service gets a process of its own
 * @param port the port of the gateway
 * @param rest what follows the command and is no option
 */
record Arguments(String command, Path home, boolean processes, int port, List<String> rest) {

	private static final int GATEWAY_PORT = 8080;

	private static final int HIGHEST_PORT = 65_535;

	static Arguments parse(String... words) {
		String home = System.getenv("HUB_HOME");
		boolean processes = false;
		int port = GATEWAY_PORT;
		List<String> rest = new ArrayList<>();
		for (int i = 0; i < words.length; i++) {
			switch (words[i]) {
				case "--processes" -> processes = true;
				case "--home" -> home = value(words, ++i, "--home");
				case "--port" -> port = port(value(words, ++i, "--port"));
				default -> rest.add(plain(words[i]));
			}
		}
		String command = rest.isEmpty() ? "" : rest.removeFirst();
		return new Arguments(command, folder(home), processes, port, rest);
	}

	HubSettings settings() {
		return new HubSettings(this.home, this.processes, this.port, true, java.util.Map.of());
	}

	private static Path folder(@Nullable String home) {
		Path root = Path.of(System.getProperty("partnerhub.root", ""));
		return ((home != null) ? Path.of(home) : root.resolve(".hub")).toAbsolutePath().normalize();
	}

	private static String plain(String word) {
		if (word.startsWith("-")) {
			throw unknown(word);
		}
		return word;
	}

	private static String value(String[] words, int index, String option) {
		if (index >= words.length) {
			throw new HubFailure(option + " needs a value", "See './hub --help'.");
		}
		return words[index];
	}

	private static int port(String value) {
		try {
			int port = Integer.parseInt(value);
			if (port >= 0 && port <= HIGHEST_PORT) {
				return port;
			}
		}
		catch (NumberFormatException ex) {
			// Told below, as a number out of range is.
		}
		throw new HubFailure("'" + value + "' is no port", "Give a number from 1 to 65535, or 0 for any free port.");
	}

	private static HubFailure unknown(String word) {
		return new HubFailure("Unknown option " + word, "See './hub --help'.");
	}

}
