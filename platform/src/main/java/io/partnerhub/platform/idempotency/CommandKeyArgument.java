package io.partnerhub.platform.idempotency;

import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands the {@link CommandKey} to an endpoint that keeps its answer itself. */
public class CommandKeyArgument implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == CommandKey.class;
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		if (request.getAttribute(CommandKey.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof CommandKey key) {
			return key;
		}
		if (parameter.isOptional()) {
			return null;
		}
		throw Problem.badRequest("IDEMPOTENCY_KEY_INVALID", "There is one Idempotency-Key of 1 to 128 characters.");
	}

}
