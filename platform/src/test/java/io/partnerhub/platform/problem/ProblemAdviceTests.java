package io.partnerhub.platform.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.web.StorableTexts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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

	@Test
	void namesFieldsToTheVendorFaceAsTheyAreSent() {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/v3/orders/customer-orders/pay");
		Problem problem = Problem.invalid("/couponInfos/0/useDiscount", "REQUIRED", "must be given");
		assertThat(this.advice.refuse(problem, request, Locale.ENGLISH).getBody()).extractingByKey("error_msg")
			.asString()
			.endsWith(" /coupon_infos/0/use_discount: must be given");
	}

	@Test
	void pointsAtTextsThatCannotBeStored() {
		assertThat(unreadable("/api/v1/periods").get("errors"))
			.asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Problem.FieldError.class))
			.containsExactly(new Problem.FieldError("/names/1", "WRONG_VALUE",
					"The text holds characters that cannot be stored."));
		assertThat(unreadable("/v2/periods")).containsEntry("error_code", "CBC.0100")
			.extractingByKey("error_msg")
			.asString()
			.contains("/names/1: The text holds characters that cannot be stored.");
	}

	@Test
	@Tag("LOG-03")
	void logsEveryDenialWithCallerOperationAndCode() {
		Logger log = (Logger) LoggerFactory.getLogger(Denials.class);
		ListAppender<ILoggingEvent> lines = new ListAppender<>();
		lines.start();
		log.setLevel(Level.INFO);
		log.addAppender(lines);
		TestingAuthenticationToken authentication = new TestingAuthenticationToken("admin", "secret");
		authentication.setDetails(Caller.customer("Eve\n", new UUID(0, 7)));
		SecurityContextHolder.getContext().setAuthentication(authentication);
		try {
			refuse(Problem.forbidden("ADMIN_ONLY", "No."));
			refuse(Problem.notFound("customer"));
		}
		finally {
			SecurityContextHolder.clearContext();
			log.detachAppender(lines);
			log.setLevel(null);
		}
		assertThat(lines.list).singleElement().satisfies((line) -> {
			assertThat(line.getLevel()).isEqualTo(Level.INFO);
			assertThat(line.getFormattedMessage()).isEqualTo(
					"denied POST /api/v1/customers/{id} to CUSTOMER:00000000-0000-0000-0000-000000000007 Eve?: ADMIN_ONLY");
		});
	}

	private void refuse(Problem problem) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/customers/7");
		request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/api/v1/customers/{id}");
		this.advice.refuse(problem, request, Locale.ENGLISH);
	}

	private Map<String, Object> unreadable(String path) {
		JsonMapper json = JsonMapper.builder().addModule(new StorableTexts()).build();
		JacksonException cause = catchThrowableOfType(JacksonException.class,
				() -> json.readValue("{\"names\":[\"\",\"\\ud800\"]}", Names.class));
		Map<String, Object> body = this.advice
			.refuse(new HttpMessageNotReadableException("no", cause, new MockHttpInputMessage(new byte[0])),
					new MockHttpServletRequest("POST", path), Locale.ENGLISH)
			.getBody();
		assertThat(body).isNotNull();
		return body;
	}

	record Names(List<String> names) {
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
