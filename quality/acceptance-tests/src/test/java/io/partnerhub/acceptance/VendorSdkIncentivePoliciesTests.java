package io.partnerhub.acceptance;

import com.huaweicloud.sdk.bss.v2.model.IncentiveAndDiscountPolicy;
import com.huaweicloud.sdk.bss.v2.model.ListIncentiveDiscountPoliciesRequest;
import com.huaweicloud.sdk.bss.v2.model.ListIncentiveDiscountPoliciesResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The vendor's own SDK looks up what products earn. */
class VendorSdkIncentivePoliciesTests {

	private final VendorSdk distributor = VendorSdk.of(RunningHub.shared(), "DISTRIBUTOR");

	@Test
	@Tag("INC-11")
	void looksUpThePolicyOfAProduct() {
		ListIncentiveDiscountPoliciesResponse answer = ask("2026-02", "hws.service.type.rds");
		assertThat(answer.getTotalCount()).isEqualTo(1);
		IncentiveAndDiscountPolicy policy = answer.getPolicies().getFirst();
		assertThat(policy.getServiceTypeName() + " " + policy.getIncentivePolicy() + " " + policy.getAllowDiscount())
			.isEqualTo("云数据库 13 NO");
		assertThat(ask("2023-12", null).getPolicies()).isEmpty();
		assertThat(ask("2026-02", null).getTotalCount()).isGreaterThanOrEqualTo(3);
	}

	@Test
	@Tag("INC-11")
	void mustNameAMonth() {
		assertThat(this.distributor.refused((client) -> client
			.listIncentiveDiscountPolicies(new ListIncentiveDiscountPoliciesRequest().withTime("2026-13"))))
			.isEqualTo("400 CBC.0100");
	}

	private ListIncentiveDiscountPoliciesResponse ask(String month, String code) {
		return this.distributor.ask((client) -> client.listIncentiveDiscountPolicies(
				new ListIncentiveDiscountPoliciesRequest().withTime(month).withServiceTypeCode(code)));
	}

}
