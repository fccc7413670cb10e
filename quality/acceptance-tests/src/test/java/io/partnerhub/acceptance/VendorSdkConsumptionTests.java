package io.partnerhub.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import com.huaweicloud.sdk.bss.v2.model.ListConsumeSubCustomersReq;
import com.huaweicloud.sdk.bss.v2.model.ListConsumeSubCustomersRequest;
import com.huaweicloud.sdk.bss.v2.model.ListSubCustomerBillDetailRequest;
import com.huaweicloud.sdk.bss.v2.model.ListSubcustomerMonthlyBillsRequest;
import com.huaweicloud.sdk.bss.v2.model.SubCustomerInfoV3;
import com.huaweicloud.sdk.bss.v2.model.SubCustomerMonthlyBillDetail;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the vendor feeds of consumption is what its own SDK reads again. */
class VendorSdkConsumptionTests {

	private final RunningHub hub = RunningHub.shared();

	private final VendorSdk sdk = VendorSdk.of(this.hub, "DISTRIBUTOR");

	private final String customer = this.hub.env("CUSTOMER_ID");

	private final Instant at = Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS);

	private final String cycle = YearMonth.from(this.at.atZone(ZoneId.of("Asia/Shanghai"))).toString();

	@Test
	@Tag("CON-01")
	@Tag("CON-04")
	@Tag("CON-06")
	void readsARecordOfTheVendorsFeed() {
		String service = "service-" + Ids.next();
		String id = posted(service);
		List<String> consumers = this.sdk
			.ask((client) -> client.listConsumeSubCustomers(new ListConsumeSubCustomersRequest()
				.withBody(new ListConsumeSubCustomersReq().withBillCycle(this.cycle).withLimit(100))))
			.getSubCustomers()
			.stream()
			.map(SubCustomerInfoV3::getCustomerId)
			.toList();
		assertThat(consumers).contains(this.customer);
		SubCustomerMonthlyBillDetail record = this.sdk.ask((client) -> client
			.listSubCustomerBillDetail(new ListSubCustomerBillDetailRequest().withBillCycle(this.cycle)
				.withCustomerId(this.customer)
				.withServiceTypeCode(service)))
			.getFeeRecords()
			.getFirst();
		assertThat(record.getId()).isEqualTo(id);
		assertThat(record.getPaymentAmount()).isEqualByComparingTo("7.00000012345678");
		assertThat(record.getTradeTime()).isEqualTo(this.at.toString());
		assertThat(this.sdk.ask((client) -> client
			.listSubcustomerMonthlyBills(new ListSubcustomerMonthlyBillsRequest().withCycle(this.cycle)
				.withChargeMode("3")
				.withCloudServiceType(service)))
			.getBillSums()).as("sums end at the last midnight").isEmpty();
		assertThat(this.sdk.refused((client) -> client.listSubcustomerMonthlyBills(
				new ListSubcustomerMonthlyBillsRequest().withCycle("2019-01").withChargeMode("3"))))
			.isEqualTo("400 CBC.0100");
	}

	@Test
	void countsAFocusFileOnce() {
		String account = "account-" + Ids.next();
		HubClient.As vendor = this.hub.as("VENDOR_TOKEN");
		vendor
			.post("/api/v1/vendor/sub-accounts",
					Map.of("items", List.of(Map.of("id", account, "customerId", this.customer))))
			.expect(204);
		byte[] file = """
				BilledCost,BillingAccountId,BillingCurrency,BillingPeriodStart,ChargeCategory,ChargePeriodStart,ListCost,\
				ServiceName,SubAccountId,Id,Tags
				0.00000763817504,9900,CNY,%1$s-01 00:00:00,Usage,%2$s,0.01,%3$s,%3$s,1,"{""env"": ""dev""}"
				2.5,9900,CNY,%1$s-01 00:00:00,Usage,%2$s,2.5,%3$s,%3$s,2,NULL
				"""
			.formatted(this.cycle, this.at, account)
			.replace(",9900,", "," + account + ",")
			.getBytes(StandardCharsets.UTF_8);
		HubClient.Answer done = imported(vendor, file);
		assertThat(done.text("/posted") + " " + done.text("/refused")).isEqualTo("2 0");
		assertThat(imported(vendor, file).text("/id")).isEqualTo(done.text("/id"));
		assertThat(this.hub.as("DISTRIBUTOR_ADMIN_TOKEN")
			.get("/api/v1/consumption/summary-lines?cycle=" + this.cycle + "&serviceType=" + account)
			.expect(200)
			.text("/items/0/sums/payable/amount")).isEqualTo("2.50");
	}

	private HubClient.Answer imported(HubClient.As vendor, byte[] file) {
		String path = "/api/v1/vendor/consumption-files/" + vendor.with("Content-Type", "text/csv")
			.post("/api/v1/vendor/consumption-files", file)
			.expect(202)
			.text("/id");
		return await().atMost(Relation.PATIENCE)
			.until(() -> vendor.get(path).expect(200), (answer) -> answer.text("/state").equals("DONE"));
	}

	private String posted(String service) {
		String id = Ids.next().toString();
		Map<String, Object> record = Map.of("id", id, "customerId", this.customer, "tradeTime", this.at, "chargeMode",
				"PAY_PER_USE", "serviceType", service, "currency", "CNY", "amounts",
				Map.of("official", "10.00", "cash", "4.00000012345678", "voucher", "3"));
		await().atMost(Relation.PATIENCE)
			.until(() -> this.hub.as("VENDOR_TOKEN")
				.post("/api/v1/vendor/consumption", Map.of("records", List.of(record)))
				.expect(200)
				.text("/refused/0/code"), String::isEmpty);
		return id;
	}

}
