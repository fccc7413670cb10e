package io.partnerhub.gateway.edge;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class EdgeTests {

	@Test
	void takesOverValidTraces() {
		String id = "4bf92f3577b34da6a3ce929d0e0e4736";

		assertThat(Trace.of("00-" + id + "-00f067aa0ba902b7-01").id()).isEqualTo(id);
		assertThat(Trace.of("00-" + id + "-00f067aa0ba902b7-01").traceparent()).startsWith("00-" + id + "-")
			.doesNotContain("00f067aa0ba902b7");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01" })
	void opensNewTraceForBrokenOnes(String traceparent) {
		assertThat(Trace.of(traceparent).id()).matches("[0-9a-f]{32}").isNotEqualTo("0".repeat(32));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			203.0.113.7          |                          | 203.0.113.7
			203.0.113.7          | 198.51.100.1             | 203.0.113.7
			10.1.2.3             | 198.51.100.1             | 198.51.100.1
			10.1.2.3             | 6.6.6.6, 198.51.100.1    | 198.51.100.1
			10.1.2.3             | 198.51.100.1, 10.9.9.9   | 198.51.100.1
			10.1.2.3             | evil                     | 10.1.2.3
			2001:db8:1:2:3:4:5:6 |                          | 2001:db8:1:2:0:0:0:0
			""")
	void believesOnlyTrustedProxies(String remote, String forwarded, String source) {
		SourceAddresses addresses = new SourceAddresses(
				new EdgeProperties(DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), List.of("10.0.0.0/8")));
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setRemoteAddr(remote);
		if (forwarded != null) {
			request.addHeader("X-Forwarded-For", forwarded);
		}

		assertThat(addresses.of(request)).isEqualTo(source);
	}

}
