package io.partnerhub.platform.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * On {@code /api/v1} a parameter that the operation does not know, a filter without a
 * value, and a yes or no in other words than {@code true} and {@code false} are mistakes
 * of the caller and answered as such; the vendor-compatible face ignores them.
 */
public final class StrictParameters implements HandlerInterceptor {

	private static final Set<Class<?>> YES_OR_NO = Set.of(boolean.class, Boolean.class);

	private static final Set<String> WORDS = Set.of("true", "false");

	private final Map<HandlerMethod, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method && request.getRequestURI().startsWith("/api/v1/")) {
			Map<String, Class<?>> types = this.known.computeIfAbsent(method, StrictParameters::types);
			request.getParameterMap().forEach((name, values) -> check(types.get(name), name, values));
		}
		return true;
	}

	private static void check(@Nullable Class<?> type, String name, String[] values) {
		if (type == null) {
			throw Problem.invalid("?" + name, "UNKNOWN_PARAMETER", "There is no such parameter.");
		}
		if (values.length > 1) {
			throw Problem.invalid("?" + name, "REPEATED", "Give the parameter once.");
		}
		if (Arrays.stream(values).anyMatch(String::isBlank)) {
			throw Problem.invalid("?" + name, "EMPTY", "Leave the parameter out, or give it a value.");
		}
		if (YES_OR_NO.contains(type) && !WORDS.containsAll(List.of(values))) {
			throw Problem.invalid("?" + name, "WRONG_TYPE", "The value is true or false.");
		}
	}

	private static Map<String, Class<?>> types(HandlerMethod method) {
		Map<String, Class<?>> types = new HashMap<>();
		for (MethodParameter parameter : method.getMethodParameters()) {
			RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
			if (parameter.getParameterType() == PageQuery.class) {
				types.put("limit", int.class);
				types.put("cursor", String.class);
			}
			else if (annotation != null) {
				types.put(annotation.name().isEmpty() ? parameter.getParameter().getName() : annotation.name(),
						parameter.getParameterType());
			}
		}
		return Map.copyOf(types);
	}

}
