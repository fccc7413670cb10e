package io.partnerhub.customer;

import java.util.Map;

import io.partnerhub.platform.privacy.RevealConfiguration;
import io.partnerhub.platform.problem.VendorCodes;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Owns the relation between a customer and his partner, from the first mail to the end.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableFeignClients
@Import(RevealConfiguration.class)
public class CustomerService {

	public static void main(String[] arguments) {
		new SpringApplicationBuilder(CustomerService.class).properties("spring.config.name=customer-service")
			.run(arguments);
	}

	@Bean
	VendorCodes vendorCodes() {
		return new VendorCodes(Map.of("PARTNER_FROZEN", "CBC.50010086", "ASSOCIATION_CHECK_FAILED", "CBC.99007004",
				"VERIFICATION_SENT_TOO_OFTEN", "CBC.99000082"));
	}

}
