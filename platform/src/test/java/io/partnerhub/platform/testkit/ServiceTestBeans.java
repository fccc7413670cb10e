package io.partnerhub.platform.testkit;

import io.partnerhub.platform.event.Inbox;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** The clock, client, matrix, ears and eyes of a {@link ServiceTest}. */
@TestConfiguration(proxyBeanMethods = false)
class ServiceTestBeans {

	@Bean
	@Primary
	MovableClock movableClock() {
		return new MovableClock();
	}

	@Bean
	@Lazy
	HubClient hubClient(Environment environment, MovableClock clock, JsonMapper json,
			@Value("${spring.application.name}") String service) {
		return HubClient.of(() -> environment.getRequiredProperty("local.server.port", Integer.class), service, clock,
				json);
	}

	@Bean
	@Lazy
	AccessMatrix accessMatrix(HubClient client,
			@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings, BeanFactory beans) {
		return new AccessMatrix(client, mappings, AutoConfigurationPackages.get(beans));
	}

	@Bean
	Announced announced(JdbcClient jdbc, JsonMapper json) {
		return new Announced(jdbc, json);
	}

	@Bean
	Hears hears(Inbox inbox, JsonMapper json) {
		return new Hears(inbox, json);
	}

}
