package io.partnerhub.platform.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Turns every failure of a request into a {@link Problem}, so that no answer shows a
 * stack, SQL or a class name.
 */
@RestControllerAdvice
public final class ProblemAdvice {

	private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

	private final Problems problems;

	public ProblemAdvice(Problems problems) {
		this.problems = problems;
	}

	@ExceptionHandler
	ResponseEntity<Map<String, Object>> refuse(Exception failure, HttpServletRequest request, Locale locale) {
		Problem problem = problem(failure);
		if (problem.status() == HttpStatus.INTERNAL_SERVER_ERROR) {
			log.error("{} {} failed", request.getMethod(), Denials.operation(request), failure);
		}
		Denials.log(request, problem);
		return this.problems.answer(problem, request.getRequestURI(), locale);
	}

	private static Problem problem(Exception failure) {
		return switch (failure) {
			case Problem problem -> problem;
			case MethodArgumentNotValidException invalid -> Problem.invalid(fields(invalid.getBindingResult()));
			case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
			case MethodArgumentTypeMismatchException mismatch ->
				Problem.invalid("?" + mismatch.getName(), "WRONG_TYPE", "The value cannot be read.");
			case MissingServletRequestParameterException missing ->
				Problem.invalid("?" + missing.getParameterName(), "REQUIRED", "The parameter is required.");
			case HandlerMethodValidationException invalid -> Problem.invalid(parameters(invalid));
			case ErrorResponse known -> known(known);
			default -> DatabaseProblems.of(failure);
		};
	}

	private static List<Problem.FieldError> fields(BindingResult result) {
		return result.getAllErrors()
			.stream()
			.map((error) -> new Problem.FieldError(pointer(error), code(error.getCode()),
					String.valueOf(error.getDefaultMessage())))
			.toList();
	}

	private static List<Problem.FieldError> parameters(HandlerMethodValidationException invalid) {
		return invalid.getParameterValidationResults()
			.stream()
			.flatMap((result) -> result.getResolvableErrors()
				.stream()
				.map((error) -> new Problem.FieldError("?" + result.getMethodParameter().getParameterName(), "INVALID",
						String.valueOf(error.getDefaultMessage()))))
			.toList();
	}

	/** A rule over several fields points at the whole body. */
	private static String pointer(ObjectError error) {
		return (error instanceof FieldError one)
				? "/" + one.getField().replace('.', '/').replace('[', '/').replace("]", "") : "";
	}

	/**
	 * {@code NotBlank} becomes {@code NOT_BLANK}; an absent value is {@code REQUIRED}.
	 */
	private static String code(@org.jspecify.annotations.Nullable String constraint) {
		if (constraint == null) {
			return "INVALID";
		}
		return constraint.equals("NotNull") ? "REQUIRED"
				: constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
	}

	private static Problem unreadable(HttpMessageNotReadableException failure) {
		return switch (failure.getCause()) {
			case StreamReadException malformed ->
				Problem.badRequest("MALFORMED_JSON", "The body is not well-formed JSON.");
			case UnrecognizedPropertyException unknown ->
				Problem.invalid(pointer(unknown), "UNKNOWN_FIELD", "There is no such field.");
			case JacksonException mismatch -> Problem.invalid(pointer(mismatch), "WRONG_VALUE", mismatchText(mismatch));
			case null, default -> Problem.badRequest("MALFORMED_JSON", "A JSON body is required.");
		};
	}

	private static String pointer(JacksonException failure) {
		return failure.getPath()
			.stream()
			.map((step) -> (step.getPropertyName() != null) ? step.getPropertyName() : String.valueOf(step.getIndex()))
			.collect(Collectors.joining("/", "/", ""));
	}

	/**
	 * Only the texts of our own readers are fit for a person; those of the library name
	 * classes.
	 */
	private static String mismatchText(JacksonException failure) {
		String text = String.valueOf(failure.getOriginalMessage());
		return text.contains("`") ? "The value has the wrong type." : text;
	}

	private static Problem known(ErrorResponse known) {
		HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
		String detail = String.valueOf(known.getBody().getDetail());
		return (status == HttpStatus.NOT_FOUND) ? Problem.notFound(Problems.NO_SUCH_ROUTE, "resource")
				: Problem.of(status, status.name(), detail);
	}

}
