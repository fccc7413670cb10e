package io.partnerhub.gateway.admission;

import java.io.IOException;
import java.util.Set;

import io.partnerhub.gateway.answer.Refusal;
import io.partnerhub.gateway.edge.BodyRoom;
import io.partnerhub.gateway.edge.BufferedRequest;
import io.partnerhub.gateway.edge.SourceAddresses;
import io.partnerhub.gateway.limit.RateLimits;
import io.partnerhub.gateway.route.PathTable;
import io.partnerhub.platform.caller.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request through to its service once it is known who sent it, within the limits,
 * and not as a copy of an earlier one. What the gateway serves itself is open; of the
 * actuator only the health, as metrics are none of the public's business.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class AdmissionFilter extends OncePerRequestFilter {

	private static final Set<String> HEALTH = Set.of("/actuator/health", "/actuator/health/liveness",
			"/actuator/health/readiness");

	private final Callers callers;

	private final RateLimits limits;

	private final SourceAddresses addresses;

	private final BodyRoom room;

	AdmissionFilter(Callers callers, RateLimits limits, SourceAddresses addresses, BodyRoom room) {
		this.callers = callers;
		this.limits = limits;
		this.addresses = addresses;
		this.room = room;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = request.getRequestURI();
		return path.equals("/docs") || path.startsWith("/docs/") || HEALTH.contains(path);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (PathTable.find(request.getRequestURI()).isEmpty()) {
			throw Refusal.noRoute();
		}
		try (BufferedRequest buffered = new BufferedRequest(request, this.room)) {
			String address = this.addresses.of(request);
			Admitted admitted = identify(buffered, response, address);
			this.limits.admit(request, response, address, admitted.caller().keySpace());
			this.callers.refuseReplay(admitted);
			buffered.setAttribute(Caller.class.getName(), admitted.caller());
			buffered.bytes();
			chain.doFilter(buffered, response);
		}
	}

	/** Failed attempts are limited per address, or guessing would cost nothing. */
	private Admitted identify(BufferedRequest request, HttpServletResponse response, String address) {
		try {
			return this.callers.identify(request, address);
		}
		catch (Refusal refusal) {
			if (refusal.status() == HttpStatus.UNAUTHORIZED.value()) {
				this.limits.countFailure(response, address);
			}
			throw refusal;
		}
	}

}
