package io.partnerhub.billing.withdrawal;

import java.time.Duration;
import java.util.Map;

import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which top-ups a withdrawal takes from, and to whom they may go. */
@WithdrawalTest
class ChoosingSourcesTests {

	private final HubClient client;

	private final Given given;

	private final Desk desk;

	private final MovableClock clock;

	ChoosingSourcesTests(HubClient client, Given given, Desk desk, MovableClock clock) {
		this.client = client;
		this.given = given;
		this.desk = desk;
		this.clock = clock;
	}

	@AfterEach
	void booksBalance() {
		this.clock.reset();
		this.desk.balance();
	}

	@Test
	@Tag("WDR-05")
	void takesTheNewestTopUpsFirstAndStaysTraceableToThem() {
		Partner partner = this.given.distributor();
		String first = this.desk.topUp(partner, "50.00", "ALIPAY", Map.of());
		String second = this.desk.topUp(partner, "30.00", "WECHAT", Map.of());
		String third = this.desk.topUp(partner, "10.00", "ALIPAY", Map.of());
		String id = this.desk.approved(partner, Desk.original("60.00"));
		assertThat(this.desk.show(partner, id).json().at("/sources"))
			.extracting((source) -> source.at("/flowId").asString() + " " + source.at("/amount/amount").asString())
			.containsExactly(third + " 10.00", second + " 30.00", first + " 20.00");
		Answer flows = this.desk.flows(partner);
		assertThat(flows.text("/items/2/left/amount")).isEqualTo("30.00");
		assertThat(flows.text("/items/0/ways/ORIGINAL")).isEqualTo("NOTHING_LEFT");
	}

	@Test
	@Tag("WDR-05")
	void takesTheTopUpsThatWereChosenAndNoMoreThanTheyHold() {
		Partner partner = this.given.distributor();
		String first = this.desk.topUp(partner, "50.00", "ALIPAY", Map.of());
		this.desk.topUp(partner, "30.00", "WECHAT", Map.of());
		Answer refused = this.desk.submit(partner, Desk.from(Desk.original("50.01"), first))
			.refused(409, "WITHDRAW_AMOUNT_EXCEEDED");
		assertThat(refused.text("/flows/amount")).isEqualTo("50.00");
		Answer answer = this.desk.submit(partner, Desk.from(Desk.original("50.00"), first)).expect(201);
		assertThat(this.desk.show(partner, answer.text("/id")).text("/sources/0/flowId")).isEqualTo(first);
	}

	@Test
	@Tag("I-44")
	void findsNoTopUpOfAnother() {
		Partner partner = this.desk.partnerWith("50.00");
		String foreign = this.desk.topUp(this.given.distributor(), "50.00", "ALIPAY", Map.of());
		this.desk.submit(partner, Desk.from(Desk.original("10.00"), foreign)).refused(404, "NOT_FOUND");
	}

	@Test
	@Tag("WDR-05")
	void asksForTheBranchAtTheFirstWithdrawalOfABanksTopUp() {
		Partner partner = this.given.distributor();
		String flow = this.desk.topUp(partner, "50.00", "BANK_TRANSFER", Desk.payer("Partner", "6225880100009999"));
		Answer refused = this.desk.submit(partner, Desk.original("10.00")).refused(409, "WITHDRAW_BRANCH_REQUIRED");
		assertThat(refused.text("/flowIds/0")).isEqualTo(flow);
		Map<String, Object> wish = Desk.original("10.00");
		wish.put("branch", "深圳科技园支行");
		String id = this.desk.submit(partner, wish).expect(201).text("/id");
		assertThat(this.desk.show(partner, id).text("/sources/0/payer/branch")).isEqualTo("深圳科技园支行");
		assertThat(this.desk.show(partner, id).text("/sources/0/payer/accountNo")).isEqualTo("****9999");
		this.desk.cancel(partner, id).expect(200);
		this.desk.submit(partner, Desk.original("10.00")).expect(201);
	}

	@Test
	@Tag("WDR-06")
	@Tag("WDR-07")
	void sendsMoneyThatIsTooOldToGoBackToABankCard() {
		Partner partner = this.given.distributor();
		this.desk.payee(partner, "Partner", true, true, Terms.OTHER_ENTITY);
		String flow = this.desk.topUp(partner, "50.00", "ALIPAY", Desk.payer("李雷", "lilei@pay"));
		this.clock.advance(Duration.ofDays(338));
		Answer refused = this.desk.submit(partner, Desk.original("10.00")).refused(409, "WITHDRAW_SOURCE_NOT_ALLOWED");
		assertThat(refused.text("/refused/0/reason")).isEqualTo("ORIGINAL_ROUTE_EXPIRED");
		assertThat(refused.text("/refused/0/flowId")).isEqualTo(flow);
		this.desk.submit(partner, Desk.toCard("BANK_CARD", "10.00", "李雷", "6225880100009999")).expect(201);
	}

	@Test
	@Tag("WDR-07")
	void sendsMoneyToABankCardByDefaultOnlyWhereTheCompanyDoes() {
		Partner partner = this.given.distributor();
		String flow = this.desk.topUp(partner, "50.00", "ALIPAY", Desk.payer("李雷", "lilei@pay"));
		Map<String, Object> wish = Desk.toCard("BANK_CARD", "10.00", "李雷", "6225880100009999");
		Answer refused = this.desk.submit(partner, wish).refused(409, "WITHDRAW_SOURCE_NOT_ALLOWED");
		assertThat(refused.text("/refused/0/reason")).isEqualTo("ORIGINAL_ROUTE_NOT_DECLINED");
		this.desk.submit(partner, Desk.from(wish, flow)).expect(201);
	}

	@Test
	@Tag("WDR-08")
	void paysTheOwnerOnly() {
		Partner partner = this.given.distributor();
		String wallet = this.desk.topUp(partner, "50.00", "ALIPAY", Desk.payer("李雷", "lilei@pay"));
		this.desk.submit(partner, Desk.from(Desk.bankCard("10.00", "5678"), wallet))
			.refused(409, "BANK_HOLDER_MISMATCH");
		String conversion = this.desk.topUp(partner, "50.00", "TRADE_MODEL_CONVERSION", Map.of());
		Answer refused = this.desk
			.submit(partner, Desk.from(Desk.toCard("BANK_CARD", "10.00", "李雷", "6225880100009999"), conversion))
			.refused(409, "BANK_HOLDER_MISMATCH");
		assertThat(refused.text("/expected")).isEqualTo("VERIFIED_COMPANY");
		assertThat(this.desk.held(partner)).isEqualTo("0.00");
		this.desk.submit(partner, Desk.from(Desk.bankCard("10.00", "5678"), conversion)).expect(201);
	}

	@Test
	@Tag("WDR-09")
	void paysARebateOnceItsIncentiveIsApproved() {
		Partner partner = this.given.distributor();
		String rebate = this.desk.topUp(partner, "80.00", "REBATE", Map.of("incentive", "INVOICED"));
		Map<String, Object> wish = Desk.toCard("REBATE", "80.00", "Partner", "6225880100009999");
		assertThat(
				this.desk.submit(partner, wish).refused(409, "WITHDRAW_SOURCE_NOT_ALLOWED").text("/refused/0/reason"))
			.isEqualTo("INCENTIVE_NOT_APPROVED");
		this.client.as(Given.VENDOR)
			.put("/api/v1/vendor/top-ups/" + rebate + "/incentive", Map.of("step", "APPROVED"))
			.expect(200);
		this.desk.submit(partner, Desk.toCard("REBATE", "80.00", "李雷", "6225880100009999"))
			.refused(409, "BANK_HOLDER_MISMATCH");
		this.desk.submit(partner, wish).expect(201);
	}

	@Test
	@Tag("WDR-04")
	void returnsTheInvoiceFirst() {
		Partner partner = this.given.distributor();
		String flow = this.desk.topUp(partner, "80.00", "ALIPAY", Map.of());
		String path = "/api/v1/vendor/top-ups/" + flow + "/invoiced-amount";
		this.client.as(Given.VENDOR).put(path, Map.of("amount", Given.money("50.00"))).expect(200);
		this.desk.submit(partner, Desk.original("30.01")).refused(409, "WITHDRAW_AMOUNT_EXCEEDED");
		String id = this.desk.submit(partner, Desk.original("30.00")).expect(201).text("/id");
		this.client.as(Given.VENDOR)
			.put(path, Map.of("amount", Given.money("50.01")))
			.refused(409, "TOP_UP_FLOW_TAKEN");
		this.desk.cancel(partner, id).expect(200);
		this.client.as(Given.VENDOR).put(path, Map.of("amount", Given.money("0.00"))).expect(200);
		this.desk.submit(partner, Desk.original("80.00")).expect(201);
	}

	@Test
	@Tag("WDR-02")
	void leavesMoneyThatCameWithABonus() {
		Partner partner = this.given.distributor();
		this.desk.topUp(partner, "80.00", "ALIPAY", Map.of("restriction", "WITH_BONUS"));
		assertThat(this.desk.submit(partner, Desk.original("1.00"))
			.refused(409, "WITHDRAW_SOURCE_NOT_ALLOWED")
			.text("/refused/0/reason")).isEqualTo("WITH_BONUS");
	}

}
