package io.partnerhub.billing;

import java.util.Map;

import io.partnerhub.platform.privacy.RevealConfiguration;
import io.partnerhub.platform.problem.VendorCodes;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Starts billing-service and names the vendor's codes of its refusals. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableFeignClients
@Import(RevealConfiguration.class)
public final class BillingService {

	public static void main(String[] args) {
		new SpringApplicationBuilder(BillingService.class).properties("spring.config.name=billing-service").run(args);
	}

	@Bean
	VendorCodes billingCodes() {
		return new VendorCodes(Map.ofEntries(Map.entry("ADJUST_MODEL_NOT_RESALE", "CBC.5021"),
				Map.entry("ADJUST_BALANCE_INSUFFICIENT", "CBC.99005003"),
				Map.entry("ADJUST_TRANSACTION_DUPLICATE", "CBC.99007009"), Map.entry("ADJUST_RUNNING", "CBC.99007461"),
				Map.entry("ADJUST_DAILY_LIMIT", "CBC.99008056"), Map.entry("IDEMPOTENCY_KEY_REUSED", "CBC.99007009"),
				Map.entry("IDEMPOTENCY_KEY_RUNNING", "CBC.99007461"), Map.entry("NOT_FOUND", "CBC.99000035"),
				Map.entry("ACCOUNT_SPAN_TOO_LONG", "CBC.80021021"), Map.entry("ORDER_SPAN_TOO_LONG", "CBC.80021021"),
				Map.entry("ORDER_NOT_FOUND", "CBC.30000010"), Map.entry("ORDER_NOT_PENDING", "CBC.99003106"),
				Map.entry("ORDER_EXPIRED", "CBC.99003110"), Map.entry("ORDER_NOT_PROVIDABLE", "CBC.99003106"),
				Map.entry("CUSTOMER_FROZEN", "CBC.99003106"), Map.entry("PARTNER_RESTRICTED", "CBC.99003106"),
				Map.entry("ORDER_CHANGED", "CBC.99003106"), Map.entry("ORDER_PAYMENT_RUNNING", "CBC.99008040"),
				Map.entry("BALANCE_INSUFFICIENT", "CBC.99005003"), Map.entry("COMBINED_ORDER_PARTIAL", "CBC.99000089"),
				Map.entry("DISCOUNT_NOT_USABLE", "CBC.99003108"), Map.entry("COUPON_NOT_FOUND", "CBC.99003112"),
				Map.entry("COUPON_NOT_USABLE", "CBC.99003112"), Map.entry("COUPON_NOT_NEEDED", "CBC.99003112"),
				Map.entry("TOO_MANY_VOUCHERS", "CBC.99003112"), Map.entry("RATIO_EXCEEDED", "CBC.99003112"),
				Map.entry("COUPON_VOIDED", "CBC.99003112"), Map.entry("RESERVATION_OVER", "CBC.99003112"),
				Map.entry("ORDER_HAS_RESERVATION", "CBC.99003112"),
				Map.entry("ORDER_NOT_CANCELLABLE", "CBC.99005010")));
	}

}
