package io.partnerhub.platform.idempotency;

import java.util.Objects;
import java.util.Set;

import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a command that needs an {@code Idempotency-Key} and has none (the
 * vendor-compatible face may go without), and tells the filter what its answer shows only
 * once.
 */
public class IdempotencyKeyCheck implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(RequiresIdempotencyKey.class)
				&& request.getHeader(IdempotencyFilter.HEADER) == null && !Problems.vendorFace(request.getRequestURI())
				&& !DryRuns.asked(request)) {
			throw Problem.badRequest("IDEMPOTENCY_KEY_REQUIRED",
					"This request moves money, quota or state and needs an Idempotency-Key header.");
		}
		if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(ShownOnce.class)) {
			ShownOnce once = Objects.requireNonNull(method.getMethodAnnotation(ShownOnce.class));
			request.setAttribute(IdempotencyFilter.SHOWN_ONCE, Set.of(once.value()));
		}
		return true;
	}

}
