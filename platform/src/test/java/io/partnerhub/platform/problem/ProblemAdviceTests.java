package io.partnerhub.platform.problem;

import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemAdviceTests {

	private final ProblemAdvice advice = new ProblemAdvice(
			new Problems(new StaticMessageSource(), new VendorCodes(Map.of())));

	@Test
	void namesTheFieldOrTheWholeBody() throws NoSuchMethodException {
		assertThat(answer("/api/v1/periods").get("errors"))
			.asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Problem.FieldError.class))
			.containsExactlyInAnyOrder(new Problem.FieldError("/items/0/name", "NOT_BLANK", "must not be blank"),
					new Problem.FieldError("", "ORDERED", "must end after it begins"));
	}

	@Test
	void tellsTheVendorFaceTheSame() throws NoSuchMethodException {
		assertThat(answer("/v2/periods").get("error_msg")).asString()
			.contains(" /items/0/name: must not be blank", " must end after it begins")
			.doesNotContain(" : ");
	}

	private Map<String, Object> answer(String path) throws NoSuchMethodException {
		BeanPropertyBindingResult result = new BeanPropertyBindingResult(new Object(), "period");
		result.addError(new FieldError("period", "items[0].name", null, false, new String[] { "NotBlank" }, null,
				"must not be blank"));
		result.reject("Ordered", "must end after it begins");
		MethodParameter parameter = new MethodParameter(Object.class.getMethod("equals", Object.class), 0);
		Map<String, Object> body = this.advice
			.refuse(new MethodArgumentNotValidException(parameter, result), new MockHttpServletRequest("POST", path),
					Locale.ENGLISH)
			.getBody();
		assertThat(body).isNotNull();
		return body;
	}

}
