package io.partnerhub.billing;

import io.partnerhub.platform.testkit.TestKeysets;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A fresh key for bank data at rest. */
@TestConfiguration(proxyBeanMethods = false)
class TestKeyset {

	@Bean
	DynamicPropertyRegistrar bankDataKey() {
		String location = TestKeysets.location();
		return (registry) -> registry.add("partnerhub.bank.data-key", () -> location);
	}

}
