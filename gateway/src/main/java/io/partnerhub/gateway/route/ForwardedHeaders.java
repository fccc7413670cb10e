package io.partnerhub.gateway.route;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import io.partnerhub.gateway.edge.SourceAddresses;
import io.partnerhub.gateway.edge.Trace;
import io.partnerhub.gateway.peer.Service;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.caller.InternalTokens;
import io.partnerhub.platform.web.RequestIds;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What a service hears about its caller comes from the gateway alone: every header that
 * could speak of an identity is dropped, and the internal token and the address the
 * gateway saw are put in its place. Nor does it hear what the caller has read before: an
 * ETag names what an update is based on, and answers change without it.
 */
@Component
class ForwardedHeaders implements RequestHttpHeadersFilter, Ordered {

	/** The caller whom admission certified. */
	static final String CALLER = Caller.class.getName();

	private static final Set<String> DROPPED = Set.of("authorization", "proxy-authorization", "cookie", "forwarded",
			"x-real-ip", "x-request-id", "traceparent", "tracestate", "baggage", "b3", "x-domain-id",
			"x-security-token", "x-original-url", "x-rewrite-url", "x-http-method-override", "expect", "if-none-match",
			"if-modified-since");

	private static final List<String> DROPPED_PREFIXES = List.of("x-auth-", "x-forwarded-", "x-sdk-", "x-partner-hub-",
			"x-internal-", "x-b3-", "x-user-");

	private final InternalTokens tokens;

	private final SourceAddresses addresses;

	ForwardedHeaders(InternalTokens tokens, SourceAddresses addresses) {
		this.tokens = tokens;
		this.addresses = addresses;
	}

	@Override
	public HttpHeaders apply(HttpHeaders received, ServerRequest request) {
		HttpHeaders forwarded = new HttpHeaders();
		received.forEach((name, values) -> {
			if (!dropped(name.toLowerCase(Locale.ROOT))) {
				forwarded.addAll(name, values);
			}
		});
		Caller caller = (Caller) Objects.requireNonNull(request.servletRequest().getAttribute(CALLER));
		Service service = PathTable.find(request.servletRequest().getRequestURI()).orElseThrow();
		Trace trace = (Trace) Objects.requireNonNull(request.servletRequest().getAttribute(Trace.ATTRIBUTE));
		forwarded.setBearerAuth(this.tokens.token(caller, service.processName()));
		forwarded.set(SourceAddresses.HEADER, this.addresses.exact(request.servletRequest()));
		forwarded.set(RequestIds.HEADER, trace.id());
		forwarded.set("traceparent", trace.traceparent());
		return forwarded;
	}

	/** After the filters that add headers of proxies. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	private static boolean dropped(String name) {
		return DROPPED.contains(name) || DROPPED_PREFIXES.stream().anyMatch(name::startsWith);
	}

}
