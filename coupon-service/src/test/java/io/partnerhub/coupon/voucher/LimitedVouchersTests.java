package io.partnerhub.coupon.voucher;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponEvent.VoucherIssued;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponScenario;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Vouchers keep to the limits of their quota, and tell them. */
@Tag("VOU-05")
class LimitedVouchersTests extends CouponScenario {

	private static final String COUPONS = "/v2/promotions/benefits/partner-coupons";

	private final UUID other = Ids.next();

	@BeforeEach
	void twoCustomers() {
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		this.hears.event(this.partner.linked(this.other, 1, AssociationType.RESALE));
		this.announced.next();
	}

	@Test
	void issuesFromAQuotaForNamedCustomersToThemAlone() {
		String quota = quota(Map.of("namedCustomers", List.of(this.customer)));
		this.announced.next();
		assertThat(issue(quota, "1.00", this.customer, this.other).refused(409, "QUOTA_FOR_NAMED_CUSTOMERS")
			.text("/customerId")).isEqualTo(this.other.toString());
		HubClient.As key = this.client.as(this.partner.key());
		key.post(COUPONS, create(quota, this.other)).refused(400, "CBC.50000020");
		assertThat(this.announced.next()).isEmpty();
		issue(quota, "1.00", this.customer).expect(201);
		assertThat(key.post(COUPONS, create(quota, this.customer)).expect(200).json().at("/coupon_infos")).hasSize(1);
		assertThat(this.announced.next(VoucherIssued.class)).hasSize(2);
	}

	@Test
	@Tag("I-11")
	void issuesToOneCustomerNoMoreThanTheQuotaAllows() {
		String quota = quota(Map.of("couponsPerCustomer", 1));
		issue(quota, "1.00", this.customer).expect(201);
		issue(quota, "1.00", this.other, this.customer).refused(409, "COUPONS_PER_CUSTOMER_REACHED");
		HubClient.Answer answer = this.client.as(this.partner.key())
			.post(COUPONS, create(quota, this.customer, this.other))
			.expect(200);
		assertThat(answer.text("/error_details/0/error_code")).isEqualTo("CBC.99000020");
		assertThat(answer.json().at("/coupon_infos")).hasSize(1);
	}

	@RepeatedTest(3)
	@Tag("I-11")
	void keepsTheNumberWhenManyAskAtOnce() throws Exception {
		String quota = quota(Map.of("couponsPerCustomer", 2));
		Callable<Integer> call = () -> issue(quota, "1.00", this.customer).status();
		List<Integer> statuses = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
			for (Future<Integer> each : threads.invokeAll(Collections.nCopies(32, call))) {
				statuses.add(each.get());
			}
		}
		assertThat(statuses).containsOnly(201, 409).filteredOn((status) -> status == 201).hasSize(2);
	}

	@Test
	void tellsTheLimitsOfUseInTheVendorsWords() {
		String quota = quota(
				Map.of("namedCustomers", List.of(this.customer, this.other), "usageTimes", 1, "withoutDiscount", true));
		Map<String, Object> issue = A.issue(quota, "1.00", this.customer);
		issue.put("minimumOrderAmount", A.money("20.00"));
		String voucher = admin().post("/api/v1/vouchers", issue).expect(201).text("/vouchers/0/id");
		HubClient.Answer issued = this.client.as(this.partner.key()).get(COUPONS).expect(200);
		HubClient.Answer own = this.client.as(Caller.customer("AK", this.customer))
			.get("/v2/promotions/benefits/coupons")
			.expect(200);
		for (HubClient.Answer list : List.of(issued, own)) {
			assertThat(list.json().at("/user_coupons/0/use_limits").valueStream())
				.extracting((limit) -> limit.at("/limit_key").asString())
				.containsExactly("orderAmount", "simultaneousUseWithEmpowerDiscount",
						"simultaneousUseWithContractDiscount", "simultaneousUseWithPromotionDiscount", "usageTimes");
			assertThat(list.text("/user_coupons/0/use_limits/0/use_limiti_info_id")).isEqualTo(voucher + "-1");
			assertThat(list.text("/user_coupons/0/use_limits/0/value1")).isEqualTo("20.00");
			assertThat(list.text("/user_coupons/0/use_limits/0/value_unit")).isEqualTo("CNY");
		}
	}

	private String quota(Map<String, Object> limits) {
		Map<String, Object> grant = new HashMap<>(A.grant(this.partner, "100.00"));
		grant.put("limits", limits);
		return this.client.as(Caller.vendor("operator"))
			.post("/api/v1/vendor/voucher-quotas", grant)
			.expect(201)
			.text("/id");
	}

	private static Map<String, Object> create(String quota, Object... customers) {
		return Map.of("quota_id", quota, "customer_ids", List.of(customers), "face_value", 1);
	}

}
