package io.partnerhub.gateway.route;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The whole answer of a service, read to its end before any of it is passed on, so that
 * an answer that breaks off is never taken for one.
 */
record ServiceAnswer(int status, List<Header> headers, byte[] body) {

	private static final Set<String> NOT_RETURNED = Set.of("connection", "keep-alive", "transfer-encoding",
			"content-length", "te", "trailer", "upgrade", "proxy-authenticate", "server", "set-cookie", "date");

	static ServiceAnswer of(ClassicHttpResponse response) throws IOException {
		byte[] body = (response.getEntity() != null) ? EntityUtils.toByteArray(response.getEntity()) : null;
		return new ServiceAnswer(response.getCode(), List.of(response.getHeaders()),
				(body != null) ? body : new byte[0]);
	}

	ServerResponse toResponse() {
		return ServerResponse.status(this.status).build((request, response) -> {
			write(response);
			return null;
		});
	}

	/** What the gateway has said itself, such as the request id, stands. */
	private void write(HttpServletResponse response) throws IOException {
		List<Header> returned = this.headers.stream()
			.filter((header) -> !NOT_RETURNED.contains(header.getName().toLowerCase(Locale.ROOT)))
			.filter((header) -> !response.containsHeader(header.getName()))
			.toList();
		returned.forEach((header) -> response.addHeader(header.getName(), header.getValue()));
		if (this.body.length > 0) {
			response.setContentLength(this.body.length);
			response.getOutputStream().write(this.body);
		}
	}

}
