package io.partnerhub.program.incentivepolicy;

import java.util.List;

import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.web.Wire;
import io.partnerhub.program.incentivepolicy.IncentivePolicies.Found;
import io.partnerhub.program.incentivepolicy.PolicyStore.InForce;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Incentive policies as the vendor's SDK asks for them: operation
 * ListIncentiveDiscountPolicies of the wire file (INC-11).
 */
@RestController
@Tag(name = "Vendor-compatible API")
class IncentivePolicyOpenApi {

	private final IncentivePolicies policies;

	IncentivePolicyOpenApi(IncentivePolicies policies) {
		this.policies = policies;
	}

	@GetMapping("/v2/products/incentive-discount-policies")
	@Operation(summary = "ListIncentiveDiscountPolicies",
			description = "For first-tier partners. One row per service type, as it stands at the end of the month time"
					+ " (YYYY-MM, UTC+8). X-Language en_US answers English names, anything else Chinese ones.")
	Answer listIncentiveDiscountPolicies(Caller caller,
			@RequestHeader(name = "X-Language", required = false) @Nullable String language,
			@RequestParam(required = false) @Nullable String time,
			@RequestParam(name = "service_type_code", required = false) @Nullable String serviceType,
			@RequestParam(required = false) @Nullable String offset,
			@RequestParam(required = false) @Nullable String limit) {
		PolicyRules.requireReading(caller.require(Caller.Kind.PARTNER));
		Found found = this.policies.find(caller, PolicyRules.month("/time", time), Wire.filter(serviceType),
				Offset.of(Wire.number("offset", offset), Wire.number("limit", limit)));
		boolean english = "en_US".equalsIgnoreCase(language);
		return new Answer(found.policies().stream().map((policy) -> Row.of(policy, english)).toList(), found.total());
	}

	/**
	 * One page, in the order of the codes.
	 *
	 * @param totalCount of all pages
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record Answer(List<Row> policies, int totalCount) {
	}

	/** A policy in the vendor's words. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Row(String serviceTypeCode, String serviceTypeName, String incentivePolicy, String allowDiscount) {

		static Row of(InForce found, boolean english) {
			return new Row(found.policy().serviceType(), english ? found.nameEn() : found.nameZh(),
					found.policy().kind().code(), found.policy().discountAllowed() ? "YES" : "NO");
		}

	}

}
