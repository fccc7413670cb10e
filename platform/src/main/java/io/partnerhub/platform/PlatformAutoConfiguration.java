package io.partnerhub.platform;

import java.time.Clock;
import java.time.Duration;

import io.partnerhub.platform.caller.InternalTokens;
import io.partnerhub.platform.caller.TokenProperties;
import io.partnerhub.platform.money.MoneyJson;
import io.partnerhub.platform.problem.ProblemAdvice;
import io.partnerhub.platform.problem.Problems;
import io.partnerhub.platform.problem.VendorCodes;
import io.partnerhub.platform.web.RequestIds;
import io.partnerhub.platform.web.StorableTexts;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

/**
 * What the gateway and every service have in common: time, money, internal tokens,
 * problems and request ids.
 */
@AutoConfiguration(beforeName = { "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
		"org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration" })
@EnableConfigurationProperties(TokenProperties.class)
public class PlatformAutoConfiguration {

	/** Time in microseconds, which is what PostgreSQL keeps. */
	@Bean
	@ConditionalOnMissingBean
	Clock clock() {
		return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
	}

	@Bean
	MoneyJson moneyJson() {
		return new MoneyJson();
	}

	@Bean
	StorableTexts storableTexts() {
		return new StorableTexts();
	}

	/** A number where a text belongs is a mistake of the caller, not a text. */
	@Bean
	JsonMapperBuilderCustomizer strictTexts() {
		return (json) -> json.withCoercionConfig(LogicalType.Textual,
				(texts) -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
	}

	@Bean
	@ConditionalOnMissingBean
	InternalTokens internalTokens(TokenProperties properties, Clock clock) {
		return new InternalTokens(properties, clock);
	}

	@Bean
	@ConditionalOnMissingBean
	VendorCodes vendorCodes() {
		return new VendorCodes(java.util.Map.of());
	}

	@Bean
	Problems problems(MessageSource messages, VendorCodes vendorCodes) {
		return new Problems(messages, vendorCodes);
	}

	@Bean
	ProblemAdvice problemAdvice(Problems problems) {
		return new ProblemAdvice(problems);
	}

	@Bean
	FilterRegistrationBean<RequestIds> requestIds() {
		FilterRegistrationBean<RequestIds> registration = new FilterRegistrationBean<>(new RequestIds());
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

}
