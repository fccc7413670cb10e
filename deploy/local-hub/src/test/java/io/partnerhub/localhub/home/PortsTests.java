package io.partnerhub.localhub.home;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Addresses survive a restart as long as nobody else takes them. */
class PortsTests {

	@TempDir
	Path home;

	@Test
	void keepsAPortFromOneStartToTheNext() {
		Ports first = Ports.in(this.home);
		int port = first.choose("kafka");
		first.save();
		assertThat(this.home.resolve("ports")).hasContent("kafka=" + port);
		assertThat(Ports.in(this.home).choose("kafka")).isEqualTo(port);
	}

	@Test
	void choosesAnotherPortWhenSomebodyTookIt() throws IOException {
		Ports ports = Ports.in(this.home);
		int port = ports.choose("kafka");
		try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			assertThat(ports.choose("kafka")).isNotEqualTo(taken.getLocalPort());
		}
	}

	@Test
	void namesTheProcessThatHoldsAPortAPersonAskedFor() throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThatExceptionOfType(HubFailure.class)
				.isThrownBy(() -> Ports.in(this.home).require("gateway", taken.getLocalPort()))
				.withMessageContaining("process " + ProcessHandle.current().pid())
				.satisfies((failure) -> assertThat(failure.remedy()).contains("--port N"));
		}
	}

}
