package io.partnerhub.acceptance;

import java.util.List;
import java.util.Map;

import com.huaweicloud.sdk.bss.v2.model.ListQuotaCouponsRequest;
import com.huaweicloud.sdk.bss.v2.model.QueryCouponQuotasReqExt;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A government-subsidy partner gives cash coupons to whom its white-list names, and what
 * becomes of them when their holder becomes a RESALE customer.
 */
class CashCouponStoriesTests {

	private final RunningHub hub = RunningHub.shared();

	@Test
	@Tag("VOU-08")
	void importsAWhiteListAsAWholeOrNotAtAll() throws Exception {
		Subsidy subsidy = new Subsidy(this.hub);
		String known = subsidy.account(null, null);
		assertThat(subsidy.list(known, "second").expect(200).text("/version")).isEqualTo("1");
		String file = "accountName,name\n" + known + ",Known\n,Nobody\nthird,Third\nTHIRD,Again\n";
		Answer report = csv(subsidy, "?dryRun=true", file).expect(200);
		assertThat(report.text("/accepted") + " " + report.text("/wrongRows")).isEqualTo("2 2");
		assertThat(codes(report)).containsExactly("2 ACCOUNT_NAME", "4 DUPLICATE_ACCOUNT");
		Answer refused = csv(subsidy, "", file).refused(400, "WHITELIST_ROWS_WRONG");
		assertThat(codes(refused)).containsExactly("2 ACCOUNT_NAME", "4 DUPLICATE_ACCOUNT");
		assertThat(listed(subsidy)).containsExactlyInAnyOrder(known, "second");

		csv(subsidy, "", "accountName,name\n" + known + ",Known\nthird,Third\n").expect(200);
		assertThat(listed(subsidy)).containsExactlyInAnyOrder(known, "third");
		assertThat(subsidy.admin().get("/api/v1/whitelist/versions").json().at("/items").valueStream())
			.extracting((version) -> version.get("version").asInt() + " " + version.get("customers").asInt())
			.containsExactly("2 2", "1 2");
		this.hub.as("DISTRIBUTOR_ADMIN_TOKEN").get("/api/v1/whitelist/customers").expect(403);
	}

	@Test
	@Tag("CSH-02")
	@Tag("CSH-03")
	@Tag("CSH-10")
	void givesToListedCustomersOnlyAndTakesBack() throws Exception {
		Subsidy subsidy = new Subsidy(this.hub);
		String master = subsidy.account(null, null);
		String member = subsidy.account(null, master);
		String stranger = subsidy.account(null, null);
		subsidy.list(master, member, stranger).expect(200);
		String strangerId = subsidy.id(stranger);
		String masterId = subsidy.id(master);
		subsidy.list(master, member).expect(200);
		String quota = subsidy.quota("100.00", false);

		subsidy.issue(quota, "10.00", subsidy.id(member), strangerId).refused(404, "CUSTOMER_NOT_IN_WHITELIST");
		assertThat(subsidy.available(quota)).isEqualTo("100.00");
		String coupon = subsidy.coupon(quota, "30.00", subsidy.id(member));
		assertThat(subsidy.admin().get("/api/v1/cash-coupons/" + coupon).text("/customerId")).isEqualTo(masterId);
		subsidy.issue(quota, "70.01", subsidy.id(member)).refused(409, "QUOTA_BALANCE_INSUFFICIENT");
		this.hub.as("DISTRIBUTOR_ADMIN_TOKEN").get("/api/v1/cash-coupons/" + coupon).expect(404);

		subsidy.admin()
			.post("/api/v1/cash-coupons/" + coupon + "/reclamation", Map.of("remark", "by mistake"))
			.expect(200);
		assertThat(subsidy.available(quota)).isEqualTo("100.00");
		assertThat(records(subsidy)).containsExactly(2, 1);
		Answer line = subsidy.admin().get("/api/v1/cash-coupon-quotas/" + quota + "/statement").expect(200);
		assertThat(line.json().at("/items")).hasSize(3);
	}

	@Test
	@Tag("CSH-04")
	@Tag("CSH-05")
	@Tag("CSH-15")
	void givesCouponsInvoicedToTheirUserToNobodyElse() throws Exception {
		Subsidy subsidy = new Subsidy(this.hub);
		String own = subsidy.account(Subsidy.ENTITY, null);
		String other = subsidy.account("HWC-HK", null);
		String unknown = subsidy.account(null, null);
		Relation relation = new Relation(this.hub);
		subsidy.tell(relation.login(), Subsidy.ENTITY, null);
		relation.begin("RESALE").grantQuota("10.00").issue("1.00");
		subsidy.list(own, other, unknown, relation.login()).expect(200);
		String quota = subsidy.quota("100.00", true);
		subsidy.issue(quota, "1.00", subsidy.id(own)).expect(201);
		assertRestricted(subsidy.issue(quota, "1.00", subsidy.id(own), subsidy.id(other)), "SIGNING_ENTITY");
		subsidy.issue(quota, "1.00", subsidy.id(unknown)).refused(409, "SIGNING_ENTITY_UNKNOWN");
		assertRestricted(subsidy.issue(quota, "1.00", relation.customerId()), "RESALE");
		assertThat(subsidy.available(quota)).isEqualTo("99.00");

		String free = subsidy.quota("100.00", false);
		subsidy.issue(free, "5.00", subsidy.id(own), subsidy.id(other), subsidy.id(unknown), relation.customerId())
			.expect(201);
		Answer mine = relation.customer().get("/api/v1/my/cash-coupons").expect(200);
		assertThat(mine.text("/items/0/faceValue/amount")).isEqualTo("5.00");
	}

	@Test
	@Tag("ASC-05")
	@Tag("CSH-06")
	@Tag("REC-07")
	void unusedOnesGoBackWhenTheirHolderBecomesAResaleCustomer() throws Exception {
		Subsidy subsidy = new Subsidy(this.hub);
		Relation relation = new Relation(this.hub);
		subsidy.tell(relation.login(), Subsidy.ENTITY, null);
		subsidy.list(relation.login()).expect(200);
		String quota = subsidy.quota("100.00", true);
		String coupon = subsidy.coupon(quota, "40.00", subsidy.id(relation.login()));
		String holder = subsidy.admin().get("/api/v1/cash-coupons/" + coupon).text("/customerId");

		relation.begin("RESALE");
		assertThat(relation.customerId()).isEqualTo(holder);
		await().atMost(Relation.PATIENCE).until(() -> subsidy.state(coupon).equals("RECLAIMED"));
		assertThat(records(subsidy)).containsExactly(7, 1);
		assertThat(subsidy.available(quota)).isEqualTo("100.00");
		assertThat(relation.customer().get("/api/v1/my/cash-coupons").json().at("/items")).isEmpty();
	}

	@Test
	@Tag("CSH-13")
	void theEndOfAnotherPartnersLinkLeavesThem() throws Exception {
		Subsidy subsidy = new Subsidy(this.hub);
		Relation relation = new Relation(this.hub).begin("ADVISORY").grantQuota("10.00").issue("1.00");
		subsidy.list(relation.login()).expect(200);
		String quota = subsidy.quota("100.00", false);
		String coupon = subsidy.coupon(quota, "40.00", subsidy.id(relation.login()));
		Answer done = relation.end().awaitDone();
		assertThat(done.text("/settlement/vouchersReclaimed")).isEqualTo("1");
		assertThat(subsidy.state(coupon)).isEqualTo("AVAILABLE");
		assertThat(relation.customer().get("/api/v1/my/cash-coupons/" + coupon).expect(200).text("/balance/amount"))
			.isEqualTo("40.00");
	}

	@Test
	void theDemoHasAPartnerWithAQuotaAndAWhiteList() {
		Answer quotas = this.hub.as("SUBSIDY_ADMIN_TOKEN").get("/api/v1/cash-coupon-quotas").expect(200);
		assertThat(quotas.text("/items/0/balance/amount")).isEqualTo("1000.00");
		Answer listed = this.hub.as("SUBSIDY_ADMIN_TOKEN")
			.get("/api/v1/whitelist/customers?accountName=customer-1")
			.expect(200);
		assertThat(listed.json().at("/items").valueStream())
			.anyMatch((row) -> row.path("customerId").asString("").equals(this.hub.env("CUSTOMER_ID")));
		ListQuotaCouponsRequest request = new ListQuotaCouponsRequest()
			.withBody(new QueryCouponQuotasReqExt().withQuotaType(1));
		assertThat(VendorSdk.of(this.hub, "SUBSIDY").calls().listQuotaCoupons(request).getTotalCount()).isOne();
	}

	private static void assertRestricted(Answer answer, String reason) {
		answer.refused(409, "CASH_COUPON_INVOICE_RESTRICTION");
		assertThat(answer.text("/reason")).isEqualTo(reason);
	}

	private static Answer csv(Subsidy subsidy, String query, String file) {
		return subsidy.admin().with("Content-Type", "text/csv").put("/api/v1/whitelist" + query, file);
	}

	private static List<String> codes(Answer report) {
		return report.json()
			.at("/rows")
			.valueStream()
			.map((row) -> row.get("row").asInt() + " " + row.get("code").asString())
			.toList();
	}

	private static List<String> listed(Subsidy subsidy) {
		return subsidy.admin()
			.get("/api/v1/whitelist/customers?limit=100")
			.expect(200)
			.json()
			.at("/items")
			.valueStream()
			.map((row) -> row.get("accountName").asString())
			.toList();
	}

	private static List<Integer> records(Subsidy subsidy) {
		return subsidy.admin()
			.get("/api/v1/cash-coupon-records")
			.expect(200)
			.json()
			.at("/items")
			.valueStream()
			.map((entry) -> entry.get("operationType").asInt())
			.toList();
	}

}
