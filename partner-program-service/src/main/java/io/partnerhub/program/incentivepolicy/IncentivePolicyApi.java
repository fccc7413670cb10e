package io.partnerhub.program.incentivepolicy;

import java.util.List;
import java.util.stream.IntStream;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.program.incentivepolicy.IncentivePolicy.Kind;
import io.partnerhub.program.incentivepolicy.PolicyStore.InForce;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Incentive policies by product: told by the vendor, looked up by partners (INC-11). */
@RestController
@Tag(name = "Incentive policies")
class IncentivePolicyApi {

	private final IncentivePolicies policies;

	IncentivePolicyApi(IncentivePolicies policies) {
		this.policies = policies;
	}

	@PostMapping("/api/v1/vendor/incentive-policies")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Tell up to 500 incentive policies, all or none",
			description = "Each holds from its month on until a later one of the service type; told again it changes"
					+ " nothing, told otherwise from the same month it takes the place of the first."
					+ " 409 SERVICE_TYPE_UNKNOWN for what the dictionary lacks.")
	void tell(Caller caller, @Valid @RequestBody Batch batch) {
		this.policies.tell(caller, batch.policies());
	}

	@GetMapping("/api/v1/incentive-policies")
	@Operation(summary = "Look up the incentive policies of products, told last first",
			description = "Those in force at the end of a month (YYYY-MM, UTC+8), the present one unless told, of all"
					+ " products or of one service type.")
	Page<PolicyView> list(Caller caller, @RequestParam @Nullable String month,
			@RequestParam @Nullable String serviceType, PageQuery page) {
		return this.policies.page(caller, month, serviceType, page).map(PolicyView::of);
	}

	/** 1–500 policies, one of a service type and month. */
	@Schema(name = "IncentivePolicyBatch")
	record Batch(@NotEmpty @Size(max = 500) List<@NotNull @Valid Entry> items) {

		List<IncentivePolicy> policies() {
			List<IncentivePolicy> told = IntStream.range(0, this.items.size())
				.mapToObj((index) -> this.items.get(index).policy("/items/" + index))
				.toList();
			long months = told.stream().map((policy) -> policy.serviceType() + " " + policy.from()).distinct().count();
			if (months < told.size()) {
				throw Problem.invalid("/items", "REPEATED", "Name each service type once a month.");
			}
			return told;
		}

	}

	/**
	 * One of them.
	 *
	 * @param serviceType code of the dictionary, 1–64 characters
	 * @param from first month, YYYY-MM, UTC+8
	 * @param policy ORDINARY, SPECIAL, NO_REVENUE_NO_REBATE or REVENUE_NO_REBATE
	 * @param discountAllowed whether a discount that the partner grants applies
	 * @param marketplace whether it is sold on the marketplace, which earns no rebate and
	 * is no performance (INC-12); absent: no
	 */
	@Schema(name = "IncentivePolicyEntry")
	record Entry(@NotNull @Size(min = 1, max = 64) String serviceType,
			@NotNull @Pattern(regexp = PolicyRules.MONTH, message = "is a month like 2026-02") String from,
			@NotNull Kind policy, @NotNull Boolean discountAllowed, @Nullable Boolean marketplace) {

		IncentivePolicy policy(String pointer) {
			boolean onMarketplace = Boolean.TRUE.equals(this.marketplace);
			PolicyRules.requireSense(pointer + "/policy", this.policy, onMarketplace);
			return new IncentivePolicy(Ids.next(), this.serviceType, this.from, this.policy, this.discountAllowed,
					onMarketplace);
		}

	}

	/**
	 * What sales of a service type earn.
	 *
	 * @param from month since which it holds
	 * @param earnsRebate whether sales earn an incentive
	 * @param countsAsPerformance whether sales are performance
	 * @param marketplace sales give a price difference instead (INC-12)
	 */
	@Schema(name = "IncentivePolicy")
	record PolicyView(String serviceType, String nameZh, String nameEn, String from, Kind policy, boolean earnsRebate,
			boolean countsAsPerformance, boolean discountAllowed, boolean marketplace) {

		static PolicyView of(InForce found) {
			IncentivePolicy policy = found.policy();
			return new PolicyView(policy.serviceType(), found.nameZh(), found.nameEn(), policy.from(), policy.kind(),
					policy.kind().earnsRebate(), policy.kind().countsAsPerformance(), policy.discountAllowed(),
					policy.marketplace());
		}

	}

}
