package io.partnerhub.coupon;

import java.util.Map;

import io.partnerhub.platform.privacy.RevealConfiguration;
import io.partnerhub.platform.problem.VendorCodes;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Starts the service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(RevealConfiguration.class)
public class CouponService {

	public static void main(String[] args) {
		new SpringApplicationBuilder(CouponService.class).properties("spring.config.name=coupon-service").run(args);
	}

	/** How the vendor's open API calls what this service refuses. */
	@Bean
	VendorCodes vendorCodes() {
		return new VendorCodes(Map.ofEntries(Map.entry("QUOTA_NOT_FOUND", "CBC.99000012"),
				Map.entry("QUOTA_NOT_USABLE", "CBC.99000017"), Map.entry("QUOTA_BALANCE_INSUFFICIENT", "CBC.99000013"),
				Map.entry("VOUCHER_NOT_FOUND", "CBC.99000035"),
				Map.entry("COUPON_STATE_NOT_RECLAIMABLE", "CBC.99000016"),
				Map.entry("VOUCHER_OF_ADVISORY_CUSTOMER", "CBC.99000045"), Map.entry("COUPON_LOCKED", "CBC.99000016"),
				Map.entry("PARTNER_TYPE_CANNOT_ISSUE", "CBC.99000025"),
				Map.entry("QUOTA_FOR_NAMED_CUSTOMERS", "CBC.50000020"),
				Map.entry("QUOTA_NAMED_CUSTOMERS_MISMATCH", "CBC.50000021"),
				Map.entry("QUOTA_NOT_RECLAIMABLE", "CBC.99000012")));
	}

}
