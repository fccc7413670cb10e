package io.partnerhub.gateway;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A gateway whose operator gave metrics and probes a port of their own. */
@TestPropertySource(properties = { "management.server.port=0", "management.server.address=127.0.0.1" })
class ManagementPortTests extends GatewayTest {

	@LocalManagementPort
	int management;

	@Test
	void showsMetricsAndProbesThere() {
		assertThat(there("/actuator/health/readiness").text("status")).isEqualTo("UP");
		assertThat(there("/actuator/health/liveness").text("status")).isEqualTo("UP");
		assertThat(there("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
		assertThat(there("/api/v1/vouchers").status()).isEqualTo(404);
	}

	@Test
	void showsNothingOfThemToThePublic() {
		for (String path : new String[] { "/actuator", "/actuator/health", "/actuator/health/readiness",
				"/actuator/prometheus" }) {
			assertThat(send("GET", path, Map.of(), "").status()).as(path).isEqualTo(404);
		}
	}

	private Wire.Answer there(String path) {
		return Wire.send(this.management, "127.0.0.1", "GET", path, Map.of(), NOTHING);
	}

}
