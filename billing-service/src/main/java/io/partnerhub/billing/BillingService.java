package io.partnerhub.billing;

import java.util.Map;

import io.partnerhub.platform.problem.VendorCodes;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts billing-service and names the vendor's codes of its refusals. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public final class BillingService {

	public static void main(String[] args) {
		new SpringApplicationBuilder(BillingService.class).properties("spring.config.name=billing-service").run(args);
	}

	@Bean
	VendorCodes billingCodes() {
		return new VendorCodes(Map.of("ADJUST_MODEL_NOT_RESALE", "CBC.5021", "ADJUST_BALANCE_INSUFFICIENT",
				"CBC.99005003", "ADJUST_TRANSACTION_DUPLICATE", "CBC.99007009", "ADJUST_RUNNING", "CBC.99007461",
				"ADJUST_DAILY_LIMIT", "CBC.99008056", "IDEMPOTENCY_KEY_REUSED", "CBC.99007009",
				"IDEMPOTENCY_KEY_RUNNING", "CBC.99007461", "NOT_FOUND", "CBC.99000035", "ACCOUNT_SPAN_TOO_LONG",
				"CBC.80021021"));
	}

}
