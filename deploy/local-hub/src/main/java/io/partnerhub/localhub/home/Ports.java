package io.partnerhub.localhub.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The ports of a hub, chosen once and kept as long as they are free, so that addresses
 * survive a restart. They lie below the range from which the system takes the ports of
 * outgoing connections: a client that keeps trying to reach a stopped part can never take
 * its port.
 */
public final class Ports {

	private static final int LOWEST = 20_000;

	private static final int HIGHEST = 32_000;

	private static final int TRIES = 500;

	private final Path file;

	private final Map<String, Integer> ports;

	private Ports(Path file, Map<String, Integer> ports) {
		this.file = file;
		this.ports = ports;
	}

	public static Ports in(Path home) {
		Path file = home.resolve("ports");
		return new Ports(file, Files.exists(file) ? read(file) : new LinkedHashMap<>());
	}

	/** The port under which a part was last reached. */
	public int of(String name) {
		Integer port = this.ports.get(name);
		if (port == null) {
			throw new HubFailure("No port of " + name + " is known in " + this.file, "Start the hub with './hub up'.");
		}
		return port;
	}

	public boolean known(String name) {
		return this.ports.containsKey(name);
	}

	/** A free port: the one used before, or a new one. */
	public int choose(String name) {
		Integer before = this.ports.get(name);
		int port = (before != null && free(before)) ? before : fresh();
		this.ports.put(name, port);
		return port;
	}

	/** This very port, which a person asked for. */
	public int require(String name, int port) {
		if (!free(port)) {
			throw PortOwner.taken(port);
		}
		this.ports.put(name, port);
		return port;
	}

	public void save() {
		String text = this.ports.entrySet()
			.stream()
			.map((port) -> port.getKey() + "=" + port.getValue() + "\n")
			.collect(Collectors.joining());
		try {
			Files.writeString(this.file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private int fresh() {
		RandomGenerator random = RandomGenerator.getDefault();
		return random.ints(TRIES, LOWEST, HIGHEST)
			.filter((port) -> !this.ports.containsValue(port) && free(port))
			.findFirst()
			.orElseThrow(() -> new HubFailure("No free port between " + LOWEST + " and " + HIGHEST,
					"End some of the servers on this machine."));
	}

	private static boolean free(int port) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static Map<String, Integer> read(Path file) {
		try {
			return Files.readAllLines(file)
				.stream()
				.map((line) -> line.split("=", 2))
				.filter((pair) -> pair.length == 2)
				.collect(Collectors.toMap((pair) -> pair[0], (pair) -> Integer.valueOf(pair[1].strip()), (a, b) -> b,
						LinkedHashMap::new));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
