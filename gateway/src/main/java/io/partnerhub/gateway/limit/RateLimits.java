package io.partnerhub.gateway.limit;

import java.time.Clock;
import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.partnerhub.gateway.answer.Refusal;
import io.partnerhub.platform.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Flow control (API-07): so many requests per second for one account, operation and
 * source address; every answer says what is left. The bucket of a quiet account is
 * dropped.
 */
@Component
public class RateLimits {

	private static final int LIMIT = 100_000;

	private static final String FAILURES = "failures";

	private final Cache<Use, Bucket> buckets = Caffeine.newBuilder()
		.maximumSize(LIMIT)
		.expireAfterAccess(Duration.ofSeconds(10))
		.build();

	private final LimitProperties limits;

	private final Clock clock;

	RateLimits(LimitProperties limits, Clock clock) {
		this.limits = limits;
		this.clock = clock;
	}

	public void admit(HttpServletRequest request, HttpServletResponse response, String address, String account) {
		String path = request.getRequestURI();
		String operation = PathTemplate.of(path);
		int limit = this.limits.of(request.getMethod(), operation, Problems.vendorFace(path));
		take(new Use(address, request.getMethod() + " " + operation, account), limit, response);
	}

	/** Counts a refused attempt to prove who one is. */
	public void countFailure(HttpServletResponse response, String address) {
		take(new Use(address, FAILURES, ""), this.limits.failures(), response);
	}

	private void take(Use use, int limit, HttpServletResponse response) {
		int left = this.buckets.get(use, (key) -> new Bucket(limit, this.clock.instant())).take(this.clock.instant());
		response.setHeader("RateLimit-Policy", "\"second\";q=" + limit + ";w=1");
		response.setHeader("RateLimit", "\"second\";r=" + Math.max(0, left) + ";t=1");
		if (left < 0) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "1");
			throw Refusal.tooManyRequests(limit);
		}
	}

	private record Use(String address, String operation, String account) {
	}

}
