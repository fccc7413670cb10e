package io.partnerhub.customer.relation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Asks billing-service what stands in the way of an end: unfinished orders, arrears
 * (DIS-05).
 */
@FeignClient(name = "billing-service", url = "${partnerhub.services.billing}")
interface BillingChecks {

	@GetMapping("/internal/disassociation-checks")
	Answer of(@RequestParam("customerId") UUID customerId, @RequestParam("partnerId") UUID partnerId);

	@JsonIgnoreProperties(ignoreUnknown = true)
	record Answer(@Nullable List<Item> checks) {

		List<Item> items() {
			return (this.checks != null) ? this.checks : List.of();
		}

	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record Item(String code, boolean failed, @Nullable String detail, @Nullable Map<String, Object> facts) {

		Map<String, Object> knownFacts() {
			return (this.facts != null) ? this.facts : Map.of();
		}

	}

}
