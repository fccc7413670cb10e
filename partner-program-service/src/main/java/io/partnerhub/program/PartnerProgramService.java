package io.partnerhub.program;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts partner-program-service. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public final class PartnerProgramService {

	private PartnerProgramService() {
	}

	public static void main(String[] args) {
		new SpringApplicationBuilder(PartnerProgramService.class)
			.properties("spring.config.name=partner-program-service")
			.run(args);
	}

}
