package io.partnerhub.platform.idempotency;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.server.PathContainer;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Knows the endpoints marked with {@link KeepsItsAnswer}. */
public final class AnswerKeepers {

	private final Supplier<List<Keeper>> keepers;

	public AnswerKeepers(Supplier<RequestMappingHandlerMapping> mappings) {
		this.keepers = SingletonSupplier.of(() -> mappings.get()
			.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((each) -> each.getValue().hasMethodAnnotation(KeepsItsAnswer.class))
			.map((each) -> Keeper.of(each.getKey()))
			.toList());
	}

	boolean keepsItself(HttpServletRequest request) {
		PathContainer path = PathContainer.parsePath(request.getRequestURI());
		return this.keepers.get()
			.stream()
			.anyMatch((keeper) -> keeper.methods().contains(request.getMethod()) && keeper.matches(path));
	}

	/** One such endpoint. */
	private record Keeper(Set<String> methods, Set<PathPattern> paths) {

		static Keeper of(RequestMappingInfo mapping) {
			return new Keeper(
					mapping.getMethodsCondition().getMethods().stream().map(Enum::name).collect(Collectors.toSet()),
					Objects.requireNonNull(mapping.getPathPatternsCondition()).getPatterns());
		}

		boolean matches(PathContainer path) {
			return this.paths.stream().anyMatch((pattern) -> pattern.matches(path));
		}

	}

}
