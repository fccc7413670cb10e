package io.partnerhub.gateway.route;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import io.partnerhub.gateway.answer.Refusal;
import io.partnerhub.gateway.edge.BufferedRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.WebUtils;

/**
 * Sends a request to its service exactly as it came, and says what a missing answer
 * means: 503 if nothing was sent or only something was read, 504 if a command was under
 * way.
 */
@Component
class ServiceCalls implements ProxyExchange {

	private static final Logger log = LoggerFactory.getLogger(ServiceCalls.class);

	private static final Set<String> NOT_FORWARDED = Set.of("host", "content-length", "transfer-encoding", "connection",
			"keep-alive", "te", "trailer", "upgrade");

	private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

	private final CloseableHttpClient http;

	ServiceCalls(CloseableHttpClient http) {
		this.http = http;
	}

	@Override
	public ServerResponse exchange(Request request) {
		URI target = Objects.requireNonNull(request.getUri());
		HttpHost host = new HttpHost(target.getScheme(), target.getHost(), target.getPort());
		try {
			return this.http.execute(host, call(request, host), ServiceAnswer::of).toResponse();
		}
		catch (IOException ex) {
			log.warn("{} {} was not answered by {}: {}", request.getMethod(), target.getPath(), host, ex.toString());
			throw unanswered(request.getMethod(), ex);
		}
	}

	private static ClassicHttpRequest call(Request request, HttpHost host) {
		HttpServletRequest received = request.getServerRequest().servletRequest();
		String query = received.getQueryString();
		BasicClassicHttpRequest call = new BasicClassicHttpRequest(request.getMethod().name(), host,
				received.getRequestURI() + ((query != null) ? "?" + query : ""));
		request.getHeaders().forEach((name, values) -> {
			if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
				values.forEach((value) -> call.addHeader(name, value));
			}
		});
		byte[] body = body(received);
		if (body.length > 0 || !READS.contains(request.getMethod())) {
			call.setEntity(new ByteArrayEntity(body, null));
		}
		return call;
	}

	private static byte[] body(HttpServletRequest received) {
		return Objects.requireNonNull(WebUtils.getNativeRequest(received, BufferedRequest.class)).bytes();
	}

	private static Refusal unanswered(HttpMethod method, IOException failure) {
		boolean notSent = switch (failure) {
			case ConnectException refused -> true;
			case ConnectTimeoutException silent -> true;
			case ConnectionRequestTimeoutException crowded -> true;
			case UnknownHostException unknown -> true;
			case NoRouteToHostException unreachable -> true;
			default -> false;
		};
		return (notSent || READS.contains(method))
				? Refusal.unavailable("The service cannot be reached at the moment; nothing was done.")
				: Refusal.outcomeUnknown();
	}

}
