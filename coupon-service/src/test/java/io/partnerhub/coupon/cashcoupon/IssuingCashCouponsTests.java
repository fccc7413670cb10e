package io.partnerhub.coupon.cashcoupon;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AccountEvent.AccountFactsChanged;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponEvent.CashCouponIssued;
import io.partnerhub.contracts.CouponEvent.CashCouponsReclaimed;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.coupon.A;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.proof.Proofs;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import io.partnerhub.platform.testkit.TestKeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class IssuingCashCouponsTests extends SubsidyScenario {

	@Autowired
	private MovableClock clock;

	@Test
	@Tag("CSH-01")
	void showsItsCashCouponQuotasAndExplainsThem() {
		String quota = cashQuota("100.00", false);
		coupon(quota, "30.00", listedAccount());
		Answer held = admin().get("/api/v1/cash-coupon-quotas").expect(200);
		assertThat(held.text("/items/0/id")).isEqualTo(quota);
		assertThat(held.text("/items/0/balance/amount")).isEqualTo("70.00");
		assertThat(admin().get("/api/v1/cash-coupon-quotas/" + quota).expect(200).text("/balance/amount"))
			.isEqualTo("70.00");
		assertThat(admin().get("/api/v1/cash-coupon-quotas/" + quota + "/statement").expect(200).json().at("/items"))
			.hasSize(2);
		assertThat(admin().get("/api/v1/voucher-quotas").json().at("/items")).isEmpty();
		admin().get("/api/v1/voucher-quotas/" + quota).expect(404);
		this.client.as(A.subsidyPartner().administrator()).get("/api/v1/cash-coupon-quotas/" + quota).expect(404);
	}

	@Test
	@Tag("CSH-01")
	@Tag("CSH-02")
	@Tag("CSH-05")
	void givesUnrestrictedCouponsToEverybodyOnTheList() {
		UUID resale = account("OTHER", null);
		UUID unknown = account(null, null);
		this.hears.event(A.partner().linked(resale, 1, AssociationType.RESALE));
		list(resale, unknown).expect(200);
		String quota = cashQuota("100.00", false);
		this.announced.next();
		assertThat(issue(quota, "40.00", resale, unknown).expect(201).text("/cashCoupons/1/customerId"))
			.isEqualTo(unknown.toString());
		assertThat(available(quota)).isEqualTo("20.00");
		assertThat(this.announced.next(CashCouponIssued.class)).extracting(CashCouponIssued::epoch)
			.containsExactly(0, 0);
	}

	@Test
	@Tag("CSH-02")
	void refusesWhoIsNotOnTheNewestList() {
		UUID account = listedAccount();
		String quota = cashQuota("100.00", false);
		list(account(ENTITY, null)).expect(200);
		assertThat(issue(quota, "10.00", account).refused(404, "CUSTOMER_NOT_IN_WHITELIST").text("/customerId"))
			.isEqualTo(account.toString());
		issue(quota, "10.00", Ids.next()).refused(404, "CUSTOMER_NOT_IN_WHITELIST");
	}

	@Test
	@Tag("CSH-03")
	void givesTheCouponOfAMemberToItsMaster() {
		UUID master = account(ENTITY, null);
		UUID member = account("OTHER", name(master));
		list(member).expect(200);
		Answer issued = issue(cashQuota("100.00", true), "10.00", member).expect(201);
		assertThat(issued.text("/cashCoupons/0/customerId")).isEqualTo(master.toString());
		issue(cashQuota("100.00", true), "10.00", master).refused(404, "CUSTOMER_NOT_IN_WHITELIST");
	}

	@Test
	@Tag("CSH-03")
	void refusesAMemberWhoseMasterNobodyKnows() {
		UUID member = account(ENTITY, "nobody-" + Ids.next());
		list(member).expect(200);
		issue(cashQuota("100.00", false), "10.00", member).refused(409, "MASTER_ACCOUNT_UNKNOWN");
	}

	@Test
	@Tag("CSH-04")
	@Tag("I-10")
	void refusesResaleCustomersOfWhomeverWhereTheUserIsInvoiced() {
		UUID account = listedAccount();
		this.hears.event(A.partner().linked(account, 1, AssociationType.RESALE));
		String quota = cashQuota("100.00", true);
		Answer refused = issue(quota, "10.00", account).refused(409, "CASH_COUPON_INVOICE_RESTRICTION");
		assertThat(refused.text("/reason")).isEqualTo("RESALE");
		assertThat(refused.text("/customerId")).isEqualTo(account.toString());
		assertThat(available(quota)).isEqualTo("100.00");
	}

	@Test
	@Tag("CSH-04")
	@Tag("CSH-15")
	@Tag("I-10")
	void comparesTheSigningEntityOfDirectAndAdvisoryCustomers() {
		UUID direct = account("OTHER", null);
		UUID advisory = account(ENTITY, null);
		UUID unknown = account(null, null);
		this.hears.event(A.partner().linked(advisory, 1, AssociationType.ADVISORY));
		list(direct, advisory, unknown).expect(200);
		String quota = cashQuota("100.00", true);
		assertThat(issue(quota, "10.00", direct).refused(409, "CASH_COUPON_INVOICE_RESTRICTION").text("/reason"))
			.isEqualTo("SIGNING_ENTITY");
		issue(quota, "10.00", unknown).refused(409, "SIGNING_ENTITY_UNKNOWN");
		issue(quota, "10.00", advisory).expect(201);
	}

	@Test
	@Tag("CSH-06")
	void judgesByTheCustomersDataAtTheTimeOfIssue() {
		UUID account = listedAccount();
		String quota = cashQuota("100.00", true);
		issue(quota, "10.00", account).expect(201);
		this.hears.event(new AccountFactsChanged(account, name(account), "Cloud", "OTHER", null));
		issue(quota, "10.00", account).refused(409, "CASH_COUPON_INVOICE_RESTRICTION");
	}

	@Test
	@Tag("CSH-01")
	void givesNothingIfOneCannotHaveIt() {
		UUID fine = account(ENTITY, null);
		UUID other = account("OTHER", null);
		list(fine, other).expect(200);
		String quota = cashQuota("100.00", true);
		this.announced.next();
		issue(quota, "10.00", fine, other).refused(409, "CASH_COUPON_INVOICE_RESTRICTION");
		issue(quota, "100.01", fine).refused(409, "QUOTA_BALANCE_INSUFFICIENT");
		issue(quota(this.partner, CouponType.VOUCHER, "100.00", false), "1.00", fine).refused(409, "QUOTA_NOT_USABLE");
		assertThat(available(quota)).isEqualTo("100.00");
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	@Tag("CSH-07")
	void tellsWhoseInvoiceItIs() {
		UUID account = listedAccount();
		this.announced.next();
		Answer restricted = issue(cashQuota("10.00", true), "10.00", account).expect(201);
		assertThat(restricted.json().at("/cashCoupons/0/invoiceToCouponUser").asBoolean()).isTrue();
		assertThat(restricted.text("/cashCoupons/0/signingEntity")).isEqualTo(ENTITY);
		issue(cashQuota("10.00", false), "10.00", account).expect(201);
		assertThat(this.announced.next(CashCouponIssued.class)).extracting(CashCouponIssued::invoiceToCouponUser)
			.containsExactly(true, false);
	}

	@Test
	@Tag("CSH-10")
	void takesTheWholeBalanceBackByHand() {
		String quota = cashQuota("100.00", false);
		String coupon = coupon(quota, "30.00", listedAccount());
		this.announced.next();
		Answer taken = admin().post("/api/v1/cash-coupons/" + coupon + "/reclamation", "").expect(200);
		assertThat(taken.text("/amount/amount")).isEqualTo("30.00");
		assertThat(available(quota)).isEqualTo("100.00");
		assertThat(this.announced.next(CashCouponsReclaimed.class)).singleElement()
			.returns(2, CashCouponsReclaimed::operationType);
		admin().post("/api/v1/cash-coupons/" + coupon + "/reclamation", Map.of())
			.refused(409, "COUPON_STATE_NOT_RECLAIMABLE");
	}

	@Test
	@Tag("CSH-10")
	void isNoVoucher() {
		String coupon = coupon(cashQuota("100.00", false), "30.00", listedAccount());
		admin().post("/api/v1/vouchers/" + coupon + "/reclamation", Map.of()).expect(404);
		admin().get("/api/v1/vouchers/" + coupon).expect(404);
		assertThat(admin().get("/api/v1/cash-coupons/" + coupon).expect(200).text("/allowedActions/0"))
			.isEqualTo("RECLAIM");
	}

	@Test
	@Tag("X-01")
	void asksForTheProofsOfItsOwnOperations() {
		Caller careful = this.partner.administrator().withCodeRequired(true);
		Map<String, Object> issue = A.issue(cashQuota("100.00", false), "10.00", listedAccount());
		assertThat(this.client.as(careful).post("/api/v1/cash-coupons", issue).text("/operation"))
			.isEqualTo("ISSUE_CASH_COUPON");
		String coupon = this.client.as(careful)
			.with(Proofs.HEADER, TestKeys.proof(careful, CriticalOperation.ISSUE_CASH_COUPON, this.clock))
			.post("/api/v1/cash-coupons", issue)
			.expect(201)
			.text("/cashCoupons/0/id");
		String path = "/api/v1/cash-coupons/" + coupon + "/reclamation";
		assertThat(this.client.as(careful).post(path, Map.of()).text("/operation")).isEqualTo("RECLAIM_CASH_COUPON");
		this.client.as(careful)
			.with(Proofs.HEADER, TestKeys.proof(careful, CriticalOperation.RECLAIM_CASH_COUPON, this.clock))
			.post(path, Map.of())
			.expect(200);
	}

	@Test
	@Tag("VOU-08")
	void givesVouchersToTheListLikewise() {
		UUID master = account(null, null);
		UUID member = account(null, name(master));
		list(member).expect(200);
		String quota = quota(this.partner, CouponType.VOUCHER, "100.00", false);
		assertThat(admin().post("/api/v1/vouchers", A.issue(quota, "10.00", member))
			.expect(201)
			.text("/vouchers/0/customerId")).isEqualTo(master.toString());
		admin().post("/api/v1/vouchers", A.issue(quota, "10.00", account(null, null)))
			.refused(404, "CUSTOMER_NOT_IN_WHITELIST");
	}

	@Test
	@Tag("CSH-14")
	void showsTheCustomerHisOwnUntilTheyAreTakenBack() {
		UUID account = listedAccount();
		String quota = cashQuota("100.00", true);
		String taken = coupon(quota, "30.00", account);
		String kept = coupon(quota, "20.00", account);
		admin().post("/api/v1/cash-coupons/" + taken + "/reclamation", Map.of("remark", "by mistake")).expect(200);
		Answer mine = this.client.as(Caller.customer("me", account)).get("/api/v1/my/cash-coupons").expect(200);
		assertThat(mine.json().at("/items")).hasSize(1);
		assertThat(mine.text("/items/0/id")).isEqualTo(kept);
		assertThat(mine.text("/items/0/balance/amount")).isEqualTo("20.00");
		assertThat(mine.json().at("/items/0/usedTimes").asInt()).isZero();
		assertThat(mine.response().body()).doesNotContain("mistake", "quotaId");
	}

	@Test
	@Tag("CSH-11")
	void findsRecordsByTimeCustomerAndCoupon() {
		UUID account = listedAccount();
		String coupon = coupon(cashQuota("100.00", false), "30.00", account);
		for (String filter : List.of("couponId=" + coupon, "accountName=acc-",
				"accountName=" + name(account).substring(9), "customerName=cl", "customerName=" + account,
				"from=" + MovableClock.START)) {
			assertThat(records(filter)).as(filter).isEqualTo(1);
		}
		for (String filter : List.of("couponId=" + account, "accountName=ac-", "customerName=ou",
				"before=" + MovableClock.START)) {
			assertThat(records(filter)).as(filter).isZero();
		}
		admin().get("/api/v1/cash-coupon-records?from=yesterday").refused(400, "INVALID_REQUEST");
	}

	@Test
	@Tag("CSH-11")
	@Tag("X-03")
	void masksWhoGotACoupon() {
		String coupon = coupon(cashQuota("100.00", false), "30.00", listedAccount());
		for (Answer shown : List.of(admin().get("/api/v1/cash-coupons/" + coupon), admin().get("/api/v1/cash-coupons"),
				admin().get("/api/v1/cash-coupon-records"))) {
			String row = shown.expect(200).json().has("items") ? "/items/0" : "";
			assertThat(shown.text(row + "/customerName")).isEqualTo("C***");
			assertThat(shown.text(row + "/accountName")).isEqualTo("a***");
		}
	}

	private int records(String filter) {
		return admin().get("/api/v1/cash-coupon-records?" + filter).expect(200).json().at("/items").size();
	}

}
