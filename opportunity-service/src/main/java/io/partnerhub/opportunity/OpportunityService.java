package io.partnerhub.opportunity;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts opportunity-service: registered opportunities (商机报备) of partners. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public final class OpportunityService {

	private OpportunityService() {
	}

	public static void main(String[] args) {
		new SpringApplicationBuilder(OpportunityService.class).properties("spring.config.name=opportunity-service")
			.run(args);
	}

}
