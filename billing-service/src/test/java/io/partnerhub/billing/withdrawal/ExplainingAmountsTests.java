package io.partnerhub.billing.withdrawal;

import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The withdrawable amount with its reasons. */
@WithdrawalTest
@Tag("WDR-16")
@Tag("WDR-17")
class ExplainingAmountsTests {

	private final HubClient client;

	private final Given given;

	private final Desk desk;

	ExplainingAmountsTests(HubClient client, Given given, Desk desk) {
		this.client = client;
		this.given = given;
		this.desk = desk;
	}

	@Test
	void tellsTheWorkedExampleWithTheRowsBehindIt() {
		Partner partner = this.desk.partnerWith("10000.00");
		UUID first = this.desk.owing(partner);
		UUID second = this.desk.owing(partner);
		this.desk.charge(partner, first, "500.00");
		this.desk.charge(partner, second, "0.01");
		this.desk.owedInvoice(partner, "FP-1", "1200.00");
		this.desk.unposted(partner, "U-" + partner.id(), "300.00").expect(201);
		Answer amount = this.desk.amount(partner);
		assertThat(amount.text("/withdrawable/amount")).isEqualTo("7999.99");
		assertThat(amount.text("/owedInvoices/rows/0/invoiceNumber")).isEqualTo("FP-1");
		assertThat(amount.text("/unposted/rows/0/reference")).isEqualTo("U-" + partner.id());
		assertThat(amount.json().at("/arrears/rows")).extracting((row) -> row.at("/customerId").asString())
			.containsExactlyInAnyOrder(first.toString(), second.toString());
		assertThat(amount.json().at("/arrears/count").asInt()).isEqualTo(2);
		assertThat(amount.json().at("/unblock")).extracting((remedy) -> remedy.at("/action").asString())
			.containsExactly("COVER_ARREARS", "OFFSET_OWED_INVOICES", "WAIT_FOR_POSTING");
		assertThat(amount.text("/unblock/0/where")).isEqualTo("/api/v1/customers?availableQuota=ARREARS");
	}

	@Test
	@Tag("I-23")
	void blocksAtZeroAndUnblocksAsSoonAsTheShortfallIsCovered() {
		Partner partner = this.desk.partnerWith("100.00");
		UUID customer = this.desk.owing(partner);
		this.desk.charge(partner, customer, "100.01");
		Answer blocked = this.desk.amount(partner);
		assertThat(blocked.text("/withdrawable/amount")).isEqualTo("0.00");
		assertThat(blocked.json().at("/blocked").asBoolean()).isTrue();
		assertThat(blocked.text("/shortfall/amount")).isEqualTo("0.01");
		Answer refused = this.desk.submit(partner, Desk.bankCard("0.01", "00000"))
			.refused(409, "WITHDRAW_AMOUNT_EXCEEDED");
		assertThat(refused.text("/unblock/0/action")).isEqualTo("COVER_ARREARS");
		assertThat(refused.text("/unblock/0/amount/amount")).isEqualTo("100.01");
		assertThat(refused.text("/unblock/0/where")).isEqualTo("/api/v1/customers?availableQuota=ARREARS");
		this.desk.topUp(partner, "0.02", "TRADE_MODEL_CONVERSION", Map.of());
		assertThat(this.desk.amount(partner).text("/withdrawable/amount")).isEqualTo("0.01");
		this.desk.submit(partner, Desk.bankCard("0.01", "00000")).expect(201);
	}

	@Test
	@Tag("INVO-02")
	@Tag("WDR-02")
	void countsNoCreditLineAndNothingWhileOwedInvoicesExceedTheCash() {
		Partner partner = this.desk.partnerWith("100.00");
		this.desk.creditLine(partner, "5000.00");
		assertThat(this.desk.amount(partner).text("/withdrawable/amount")).isEqualTo("100.00");
		this.desk.owedInvoice(partner, "FP-2", "100.01");
		assertThat(this.desk.amount(partner).text("/withdrawable/amount")).isEqualTo("0.00");
		this.desk.submit(partner, Desk.bankCard("0.01", "00000")).refused(409, "WITHDRAW_AMOUNT_EXCEEDED");
	}

	@Test
	void countsAReportedFlowUntilItIsPosted() {
		Partner partner = this.desk.partnerWith("100.00");
		String reference = "U-" + partner.id();
		this.desk.unposted(partner, reference, "30.00").expect(201);
		this.desk.unposted(partner, reference, "30.00").expect(201);
		this.desk.unposted(partner, reference, "30.01").refused(409, "UNPOSTED_REFERENCE_USED");
		assertThat(this.desk.amount(partner).text("/withdrawable/amount")).isEqualTo("70.00");
		this.client.as(Given.VENDOR).post("/api/v1/vendor/unposted-flows/" + reference + "/posting", "").expect(200);
		assertThat(this.desk.amount(partner).text("/withdrawable/amount")).isEqualTo("100.00");
		this.client.as(Given.VENDOR).post("/api/v1/vendor/unposted-flows/none/posting", "").refused(404, "NOT_FOUND");
	}

	@Test
	void keepsPartnersApart() {
		Partner distributor = this.desk.partnerWith("100.00");
		Partner reseller = this.given.resellerOf(distributor);
		this.desk.charge(reseller, this.desk.owing(reseller), "7.00");
		this.desk.unposted(reseller, "U-" + reseller.id(), "5.00").expect(201);
		assertThat(this.desk.amount(distributor).text("/withdrawable/amount")).isEqualTo("100.00");
		assertThat(this.desk.amount(reseller).text("/shortfall/amount")).isEqualTo("12.00");
	}

}
