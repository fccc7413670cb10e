package io.partnerhub.localhub;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * How a local hub is started.
 *
 * @param home the folder of its data
 * @param processes whether each service gets a process of its own
 * @param port the port of the gateway, 0 for any free one
 * @param demo whether demo data are made at the first start
 * @param properties settings of the services that go before all others
 */
public record HubSettings(Path home, boolean processes, int port, boolean demo, Map<String, String> properties) {

	/** One process, any free port, with demo data. */
	public static HubSettings in(Path home) {
		return new HubSettings(home, false, 0, true, Map.of());
	}

	public HubSettings withProcesses(boolean separate) {
		return new HubSettings(this.home, separate, this.port, this.demo, this.properties);
	}

	public HubSettings withPort(int gatewayPort) {
		return new HubSettings(this.home, this.processes, gatewayPort, this.demo, this.properties);
	}

	public HubSettings withoutDemo() {
		return new HubSettings(this.home, this.processes, this.port, false, this.properties);
	}

	public HubSettings with(String property, String value) {
		Map<String, String> all = new HashMap<>(this.properties);
		all.put(property, value);
		return new HubSettings(this.home, this.processes, this.port, this.demo, Map.copyOf(all));
	}

}
