package io.partnerhub.coupon.voucher;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponEvent.VoucherIssued;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponScenario;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IssuingVouchersTests extends CouponScenario {

	private String quota = "";

	@BeforeEach
	void aPartnerWithQuotaAndCustomer() {
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		this.quota = quota("150.00");
		this.announced.next();
	}

	@Test
	@Tag("VOU-02")
	@Tag("VOU-04")
	void issuesAndTakesTheAmountFromTheQuota() {
		HubClient.Answer answer = issue("60.00", this.customer).expect(201);
		assertThat(answer.text("/vouchers/0/faceValue/amount")).isEqualTo("60.00");
		assertThat(answer.text("/vouchers/0/state")).isEqualTo("AVAILABLE");
		assertThat(balance()).isEqualTo("90.00");
		assertThat(this.announced.next(VoucherIssued.class)).singleElement()
			.returns(this.customer, VoucherIssued::customerId)
			.returns(1, VoucherIssued::epoch);
		assertThat(own(this.customer).text("/items/0/balance/amount")).isEqualTo("60.00");
	}

	@Test
	@Tag("VOU-04")
	void issuesNothingWhenTheQuotaDoesNotCoverAll() {
		UUID second = linked(AssociationType.RESALE);
		UUID third = linked(AssociationType.ADVISORY);
		issue("60.00", this.customer, second, third).refused(409, "QUOTA_BALANCE_INSUFFICIENT");
		assertThat(balance()).isEqualTo("150.00");
		assertThat(this.announced.next()).isEmpty();
		issue("50.00", this.customer, second, third).expect(201);
		assertThat(balance()).isEqualTo("0.00");
	}

	@Test
	@Tag("VOU-07")
	void refusesCustomersOfOthers() {
		UUID foreign = Ids.next();
		this.hears.event(A.partner().linked(foreign, 1, AssociationType.RESALE));
		issue("10.00", foreign).refused(404, "CUSTOMER_NOT_ASSOCIATED");
		issue("10.00", Ids.next()).refused(404, "CUSTOMER_NOT_ASSOCIATED");
	}

	@Test
	@Tag("VOU-03")
	void countsTheCustomersBeforeItLooksAtThem() {
		UUID[] eleven = Stream.generate(Ids::next).limit(11).toArray(UUID[]::new);
		issue("1.00", eleven).refused(400, "TOO_MANY_CUSTOMERS");
	}

	@Test
	void grantsNoQuotaToResellers() {
		A.Partner reseller = A.resellerOf(this.partner);
		this.hears.event(reseller.registered());
		this.client.as(Caller.vendor("operator"))
			.post("/api/v1/vendor/voucher-quotas", A.grant(reseller, "1.00"))
			.refused(409, "QUOTA_ONLY_FOR_FIRST_TIER");
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	@Tag("VOU-09")
	void showsTheRemarkToTheIssuerOnly() {
		Map<String, Object> issue = A.issue(this.quota, "10.00", this.customer);
		issue.put("remark", "for the pilot");
		admin().post("/api/v1/vouchers", issue).expect(201);
		assertThat(admin().get("/api/v1/voucher-records").text("/items/0/remark")).isEqualTo("for the pilot");
		assertThat(own(this.customer).response().body()).doesNotContain("pilot");
	}

	@Test
	void repeatsTheStoredAnswerForTheSameKey() {
		Map<String, Object> issue = A.issue(this.quota, "10.00", this.customer);
		HubClient.As once = admin().with("Idempotency-Key", "the-same");
		String first = once.post("/api/v1/vouchers", issue).expect(201).text("/vouchers/0/id");
		assertThat(once.post("/api/v1/vouchers", issue).expect(201).text("/vouchers/0/id")).isEqualTo(first);
		once.post("/api/v1/vouchers", A.issue(this.quota, "11.00", this.customer))
			.refused(422, "IDEMPOTENCY_KEY_REUSED");
		admin().with("Idempotency-Key", "").post("/api/v1/vouchers", issue).refused(400, "IDEMPOTENCY_KEY_REQUIRED");
		assertThat(balance()).isEqualTo("140.00");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.00", "-1.00", "1.234", "1e400", "abc", "" })
	void refusesAmountsThatAreNone(String amount) {
		issue(amount, this.customer).refused(400, "INVALID_REQUEST");
		assertThat(balance()).isEqualTo("150.00");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"quotaId":                                                    | MALFORMED_JSON
			{"quotaId":"x"}                                                | INVALID_REQUEST
			{"surprise":1}                                                 | INVALID_REQUEST
			{"customerIds":[],"faceValue":{"amount":"1","currency":"CNY"}} | INVALID_REQUEST
			{"faceValue":{"amount":"1.00","currency":"USD"}}               | INVALID_REQUEST
			{"faceValue":1.5}                                              | INVALID_REQUEST
			""")
	void refusesWhatItCannotRead(String body, String code) {
		admin().post("/api/v1/vouchers", body).refused(400, code);
		assertThat(balance()).isEqualTo("150.00");
	}

	@Test
	void allowsOnlyWhoMayIssue() {
		Map<String, Object> issue = A.issue(this.quota, "10.00", this.customer);
		for (Caller caller : List.of(this.partner.accountManager(Ids.next()), this.partner.supervisor(Ids.next()),
				Caller.customer("c", this.customer), Caller.vendor("operator"))) {
			this.client.as(caller).post("/api/v1/vouchers", issue).refused(403, "ACCESS_DENIED");
		}
		this.client.as(A.partner().administrator()).post("/api/v1/vouchers", issue).refused(404, "QUOTA_NOT_FOUND");
		this.client.asNobody().post("/api/v1/vouchers", issue).refused(401, "UNAUTHENTICATED");
		admin().post("/api/v1/vendor/voucher-quotas", A.grant(this.partner, "1.00")).refused(403, "ACCESS_DENIED");
	}

	@Test
	void showsSupervisorsTheirTeamOnly() {
		UUID supervisor = Ids.next();
		UUID manager = Ids.next();
		UUID ofTeam = Ids.next();
		this.hears.event(this.partner.supervised(manager, supervisor));
		this.hears.event(this.partner.linked(ofTeam, 1, AssociationType.RESALE, manager));
		issue("10.00", this.customer, ofTeam).expect(201);
		HubClient.As team = this.client.as(this.partner.supervisor(supervisor));
		assertThat(team.get("/api/v1/vouchers").expect(200).json().at("/items")).hasSize(1);
		assertThat(team.get("/api/v1/vouchers").text("/items/0/customerId")).isEqualTo(ofTeam.toString());
		this.client.as(this.partner.accountManager(manager)).get("/api/v1/vouchers").refused(403, "ACCESS_DENIED");
	}

	@Test
	void hidesVouchersFromOtherPartners() {
		String voucher = issue("10.00", this.customer).expect(201).text("/vouchers/0/id");
		HubClient.As other = this.client.as(A.partner().administrator());
		other.get("/api/v1/vouchers/" + voucher).refused(404, "VOUCHER_NOT_FOUND");
		other.post("/api/v1/vouchers/" + voucher + "/reclamation", Map.of()).refused(404, "VOUCHER_NOT_FOUND");
		other.get("/api/v1/voucher-quotas/" + this.quota).refused(404, "QUOTA_NOT_FOUND");
		assertThat(other.get("/api/v1/vouchers").json().at("/items")).isEmpty();
	}

	@Test
	void pagesThroughAndRefusesUnknownParameters() {
		issue("10.00", this.customer).expect(201);
		issue("20.00", this.customer).expect(201);
		HubClient.Answer first = admin().get("/api/v1/vouchers?limit=1");
		assertThat(first.text("/items/0/faceValue/amount")).isEqualTo("20.00");
		HubClient.Answer second = admin().get("/api/v1/vouchers?limit=1&cursor=" + first.text("/nextCursor"));
		assertThat(second.text("/items/0/faceValue/amount")).isEqualTo("10.00");
		assertThat(second.text("/nextCursor")).isEmpty();
		admin().get("/api/v1/vouchers?colour=red").refused(400, "INVALID_REQUEST");
		admin().get("/api/v1/vouchers?customerId=").refused(400, "INVALID_REQUEST");
		admin().get("/api/v1/vouchers?limit=101").refused(400, "INVALID_REQUEST");
		admin().get("/api/v1/vouchers?cursor=x").refused(400, "INVALID_REQUEST");
	}

	private HubClient.Answer issue(String face, UUID... customers) {
		return admin().post("/api/v1/vouchers", A.issue(this.quota, face, customers));
	}

	private HubClient.Answer own(UUID customer) {
		return this.client.as(Caller.customer("customer", customer)).get("/api/v1/my/vouchers").expect(200);
	}

	private String balance() {
		return balance(this.quota);
	}

	private UUID linked(AssociationType type) {
		UUID id = Ids.next();
		this.hears.event(this.partner.linked(id, 1, type));
		return id;
	}

}
