package io.partnerhub.coupon.cashcoupon;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.CouponEvent.CashCouponIssued;
import io.partnerhub.coupon.A;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whom quotas of government-subsidy partners are for, and how often. */
class LimitsForListedCustomersTests extends SubsidyScenario {

	@Test
	@Tag("VOU-05")
	@Tag("I-11")
	void givesOneCustomerNoMoreCouponsThanTheQuotaAllows() {
		UUID account = listedAccount();
		String cash = limitedCashQuota("100.00", Map.of("couponsPerCustomer", 2));
		String vouchers = limitedQuota("100.00", Map.of("couponsPerCustomer", 1));
		issue(cash, "10.00", account).expect(201);
		issue(cash, "10.00", account).expect(201);
		assertThat(issue(cash, "10.00", account).refused(409, "COUPONS_PER_CUSTOMER_REACHED").text("/customerId"))
			.isEqualTo(account.toString());
		vouchers(vouchers, account).expect(201);
		vouchers(vouchers, account).refused(409, "COUPONS_PER_CUSTOMER_REACHED");
		assertThat(List.of(available(cash), available(vouchers))).containsExactly("80.00", "90.00");
	}

	@Test
	@Tag("VOU-05")
	void givesOneMoreWhenOneWasTakenBack() {
		UUID account = listedAccount();
		String cash = limitedCashQuota("100.00", Map.of("couponsPerCustomer", 1));
		String coupon = coupon(cash, "10.00", account);
		admin().post("/api/v1/cash-coupons/" + coupon + "/reclamation", Map.of()).expect(200);
		issue(cash, "10.00", account).expect(201);
	}

	@Test
	@Tag("VOU-05")
	@Tag("CSH-03")
	void countsTheMembersOfAnEnterpriseAsOne() {
		UUID master = account(ENTITY, null);
		UUID first = account(ENTITY, name(master));
		UUID second = account(ENTITY, name(master));
		list(first, second).expect(200);
		String cash = limitedCashQuota("100.00", Map.of("couponsPerCustomer", 1));
		this.announced.next();
		issue(cash, "10.00", first, second).refused(409, "COUPONS_PER_CUSTOMER_REACHED");
		assertThat(this.announced.next(CashCouponIssued.class)).isEmpty();
		issue(cash, "10.00", first).expect(201);
		issue(cash, "10.00", second).refused(409, "COUPONS_PER_CUSTOMER_REACHED");
	}

	@Test
	@Tag("VOU-05")
	@Tag("CSH-03")
	void countsOnceWhatTheMasterOfSeveralMembersHas() {
		UUID master = account(ENTITY, null);
		UUID first = account(ENTITY, name(master));
		UUID second = account(ENTITY, name(master));
		list(first, second).expect(200);
		String cash = limitedCashQuota("100.00", Map.of("couponsPerCustomer", 3));
		issue(cash, "10.00", first).expect(201);
		issue(cash, "10.00", first, second).expect(201);
		issue(cash, "10.00", second).refused(409, "COUPONS_PER_CUSTOMER_REACHED");
	}

	@Test
	@Tag("VOU-05")
	void givesCouponsOfANamedQuotaToTheNamedAlone() {
		UUID named = account(ENTITY, null);
		UUID member = account(ENTITY, name(named));
		UUID other = account(ENTITY, null);
		list(named, member, other).expect(200);
		String cash = limitedCashQuota("100.00", Map.of("namedCustomers", List.of(named)));
		assertThat(issue(cash, "10.00", named, other).refused(409, "QUOTA_FOR_NAMED_CUSTOMERS").text("/customerId"))
			.isEqualTo(other.toString());
		issue(cash, "10.00", named, member).expect(201);
	}

	private Answer vouchers(String quota, UUID customer) {
		return admin().post("/api/v1/vouchers", A.issue(quota, "10.00", customer));
	}

}
