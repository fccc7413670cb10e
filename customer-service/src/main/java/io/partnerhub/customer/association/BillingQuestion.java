package io.partnerhub.customer.association;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Asks billing-service what a customer's money says against a link: arrears, a credit
 * account (ASC-02, ASC-03).
 */
@FeignClient(name = "billing-service", contextId = "association-checks", url = "${partnerhub.services.billing}")
interface BillingQuestion {

	@GetMapping("/internal/association-checks")
	Answer of(@RequestParam("customerId") UUID customerId, @RequestParam("partnerId") UUID partnerId);

	/** Passed and failed items alike. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Answer(List<Item> checks) {
	}

	/** One thing billing looked at. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Item(String code, boolean failed, @Nullable String detail, @Nullable Map<String, Object> facts) {
	}

}
