package io.partnerhub.platform.testkit;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives a service under test its database and keys; its own configuration file names the
 * service.
 */
class ServiceTestEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		String name = context.getEnvironment().getRequiredProperty("spring.application.name");
		TestPropertyValues
			.of("spring.datasource.url=" + TestDatabase.create(), "spring.datasource.hikari.maximum-pool-size=24",
					"partnerhub.outbox.enabled=false", "partnerhub.jobs.enabled=false",
					"partnerhub.tokens.private-key=" + TestKeys.privateKey(name),
					"partnerhub.tokens.trusted-keys=" + TestKeys.trustedKeys(), "spring.main.banner-mode=off")
			.applyTo(context);
	}

}
