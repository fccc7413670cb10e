package io.partnerhub.program;

import io.partnerhub.platform.testkit.TestKeysets;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A fresh key for secrets at rest. */
@TestConfiguration(proxyBeanMethods = false)
class TestKeyset {

	@Bean
	DynamicPropertyRegistrar credentialsKey() {
		String location = TestKeysets.location();
		return (registry) -> registry.add("partnerhub.credentials.key", () -> location);
	}

}
