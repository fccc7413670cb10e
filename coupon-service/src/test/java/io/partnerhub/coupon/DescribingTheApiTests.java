package io.partnerhub.coupon;

import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@CouponTest
class DescribingTheApiTests {

	@Autowired
	private HubClient client;

	@Test
	void namesTheFiltersOfTheVendorsQueries() {
		JsonNode api = this.client.asNobody().get("/v3/api-docs").expect(200).json();
		assertThat(api.at("/paths/~1v2~1promotions~1benefits~1partner-coupons/get/parameters"))
			.extracting((parameter) -> parameter.at("/name").asString())
			.contains("coupon_id", "customer_id", "status", "expire_time_end", "indirect_partner_id", "limit")
			.doesNotContain("query");
		assertThat(api.at("/paths/~1v2~1promotions~1benefits~1partner-coupons~1records~1query/get/parameters"))
			.extracting((parameter) -> parameter.at("/name").asString() + parameter.at("/schema/type").asString())
			.contains("operation_typesarray", "quota_idstring", "offsetinteger");
	}

}
