package io.partnerhub.platform.idempotency;

import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Knows the endpoints marked with {@link KeepsItsAnswer}. */
public final class AnswerKeepers {

	private final Supplier<Set<String>> operations;

	public AnswerKeepers(Supplier<RequestMappingHandlerMapping> mappings) {
		this.operations = SingletonSupplier.of(() -> mappings.get()
			.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((each) -> each.getValue().hasMethodAnnotation(KeepsItsAnswer.class))
			.flatMap((each) -> operations(each.getKey()))
			.collect(Collectors.toUnmodifiableSet()));
	}

	boolean keepsItself(HttpServletRequest request) {
		return this.operations.get().contains(request.getMethod() + " " + request.getRequestURI());
	}

	private static Stream<String> operations(RequestMappingInfo mapping) {
		return mapping.getMethodsCondition()
			.getMethods()
			.stream()
			.flatMap((method) -> mapping.getDirectPaths().stream().map((path) -> method + " " + path));
	}

}
