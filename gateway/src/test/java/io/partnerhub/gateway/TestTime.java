package io.partnerhub.gateway;

import io.partnerhub.platform.testkit.MovableClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The time of a test. */
@TestConfiguration(proxyBeanMethods = false)
class TestTime {

	@Bean
	MovableClock clock() {
		return new MovableClock();
	}

}
