package io.partnerhub.platform.web;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * On {@code /api/v1} a parameter that the operation does not know, and a filter without a
 * value, are mistakes of the caller and answered as such; the vendor-compatible face
 * ignores both.
 */
public final class StrictParameters implements HandlerInterceptor {

	private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method && request.getRequestURI().startsWith("/api/v1/")) {
			Set<String> names = this.known.computeIfAbsent(method, StrictParameters::names);
			request.getParameterMap().forEach((name, values) -> check(names, name, values));
		}
		return true;
	}

	private static void check(Set<String> known, String name, String[] values) {
		if (!known.contains(name)) {
			throw Problem.invalid("?" + name, "UNKNOWN_PARAMETER", "There is no such parameter.");
		}
		if (values.length > 1) {
			throw Problem.invalid("?" + name, "REPEATED", "Give the parameter once.");
		}
		if (Arrays.stream(values).anyMatch(String::isBlank)) {
			throw Problem.invalid("?" + name, "EMPTY", "Leave the parameter out, or give it a value.");
		}
	}

	private static Set<String> names(HandlerMethod method) {
		return Arrays.stream(method.getMethodParameters())
			.flatMap(StrictParameters::names)
			.collect(Collectors.toUnmodifiableSet());
	}

	private static Stream<String> names(MethodParameter parameter) {
		if (parameter.getParameterType() == PageQuery.class) {
			return Stream.of("limit", "cursor");
		}
		RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
		if (annotation == null) {
			return Stream.empty();
		}
		return Stream.of(annotation.name().isEmpty() ? parameter.getParameter().getName() : annotation.name());
	}

}
