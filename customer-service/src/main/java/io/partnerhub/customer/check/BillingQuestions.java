package io.partnerhub.customer.check;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Asks billing-service what a customer's money says against a new link (ASC-02, ASC-03)
 * or against a change of his present one (DIS-05).
 */
@FeignClient(name = "billing-service", url = "${partnerhub.services.billing}")
interface BillingQuestions {

	@GetMapping("/internal/association-checks")
	Answer beforeLink(@RequestParam("customerId") UUID customerId, @RequestParam("partnerId") UUID partnerId);

	@GetMapping("/internal/disassociation-checks")
	Answer beforeEnd(@RequestParam("customerId") UUID customerId, @RequestParam("partnerId") UUID partnerId);

	/** Passed and failed items alike; an answer without them is none. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Answer(@Nullable List<Item> checks) {

		List<Check> found() {
			if (this.checks == null) {
				throw Problem.unavailable("SERVICE_UNREACHABLE", "Billing's answer holds no checks; nothing was done.",
						Duration.ofSeconds(2));
			}
			return this.checks.stream().map(Item::check).toList();
		}

	}

	/** One thing billing looked at. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Item(String code, boolean failed, @Nullable String detail, @Nullable Map<String, Object> facts) {

		Check check() {
			return new Check(this.code, this.failed ? Check.State.FAILED : Check.State.PASSED, this.detail, null,
					(this.facts != null) ? this.facts : Map.of());
		}

	}

}
