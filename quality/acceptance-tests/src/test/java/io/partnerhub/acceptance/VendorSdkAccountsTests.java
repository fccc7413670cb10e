package io.partnerhub.acceptance;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import com.huaweicloud.sdk.bss.v2.BssClient;
import com.huaweicloud.sdk.bss.v2.model.AccountBalanceV2;
import com.huaweicloud.sdk.bss.v2.model.AccountChangeRecord;
import com.huaweicloud.sdk.bss.v2.model.AdjustAccountReq;
import com.huaweicloud.sdk.bss.v2.model.AdjustRecordV3;
import com.huaweicloud.sdk.bss.v2.model.AdjustToIndirectPartnerReq;
import com.huaweicloud.sdk.bss.v2.model.CreateCustomerV2Req;
import com.huaweicloud.sdk.bss.v2.model.CreateSubCustomerRequest;
import com.huaweicloud.sdk.bss.v2.model.CustomerAccountChangeRecord;
import com.huaweicloud.sdk.bss.v2.model.CustomerBalancesV2;
import com.huaweicloud.sdk.bss.v2.model.CustomerInfoV2;
import com.huaweicloud.sdk.bss.v2.model.ListCustomerAccountChangeRecordsRequest;
import com.huaweicloud.sdk.bss.v2.model.ListCustomersBalancesDetailRequest;
import com.huaweicloud.sdk.bss.v2.model.ListPartnerAccountChangeRecordsRequest;
import com.huaweicloud.sdk.bss.v2.model.ListPartnerAdjustRecordsRequest;
import com.huaweicloud.sdk.bss.v2.model.ListPartnerBalancesRequest;
import com.huaweicloud.sdk.bss.v2.model.QueryCustomersBalancesReq;
import com.huaweicloud.sdk.bss.v2.model.ReclaimIndirectPartnerAccountReq;
import com.huaweicloud.sdk.bss.v2.model.ReclaimIndirectPartnerAccountRequest;
import com.huaweicloud.sdk.bss.v2.model.ReclaimToPartnerAccountBalancesReq;
import com.huaweicloud.sdk.bss.v2.model.ReclaimToPartnerAccountRequest;
import com.huaweicloud.sdk.bss.v2.model.ShowCustomerAccountBalancesRequest;
import com.huaweicloud.sdk.bss.v2.model.ShowCustomerAccountBalancesResponse;
import com.huaweicloud.sdk.bss.v2.model.UpdateCustomerAccountAmountRequest;
import com.huaweicloud.sdk.bss.v2.model.UpdateIndirectPartnerAccountRequest;
import com.huaweicloud.sdk.core.auth.GlobalCredentials;
import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import io.partnerhub.platform.Ids;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/** The vendor's own SDK moves money and reads accounts; the sums are those of the hub. */
class VendorSdkAccountsTests {

	private static final String CASH = "BALANCE_TYPE_DEBIT";

	private final RunningHub hub = RunningHub.shared();

	private final BssClient sdk = client("DISTRIBUTOR");

	private final String reseller = this.hub.as("RESELLER_ADMIN_TOKEN").get("/api/v1/partners/me").text("/id");

	@Test
	@Tag("ADJ-01")
	@Tag("ADJ-09")
	void tellsOneTransactionAlikeEverywhere() {
		String customer = customer();
		String id = eventually(() -> adjust(customer, "12.34"));
		AccountChangeRecord spent = changes().getFirst();
		assertThat(spent.getTradeId()).isEqualTo(id);
		assertThat(spent.getTradeDetailType()).isEqualTo("SOURCE_OPERATION_BEADJUST");
		assertThat(spent.getChangeAmount()).isEqualTo("12.34");
		assertThat(spent.getType()).isEqualTo("2");
		assertThat(spent.getBalanceAfterChange()).isEqualTo(own("CASH").at("/balance/amount").asString());
		AdjustRecordV3 record = this.sdk
			.listPartnerAdjustRecords(new ListPartnerAdjustRecordsRequest().withCustomerId(customer))
			.getRecords()
			.getFirst();
		assertThat(record.getTransId()).isEqualTo(id);
		assertThat(record.getAmount()).isEqualTo("12.34");
		assertThat(record.getOperationTime()).isEqualTo(spent.getTradeTime());
		assertThat(balance(customer).getAmount()).isEqualByComparingTo("12.34");
		assertThat(balance(customer).getDebtAmount()).isEqualByComparingTo("0.00");
		take(customer, "12.34");
		assertThat(balance(customer).getAmount()).isEqualByComparingTo("0.00");
		assertThat(cash().getAmount()).isEqualTo(own("CASH").at("/balance/amount").asDouble());
	}

	@Test
	@Tag("ADJ-06")
	@Tag("ADJ-05")
	void movesCashToAResellerAndBack() {
		String given = this.sdk.updateIndirectPartnerAccount(new UpdateIndirectPartnerAccountRequest()
			.withBody(new AdjustToIndirectPartnerReq().withIndirectPartnerId(this.reseller)
				.withAmount(new BigDecimal("20.00"))))
			.getTransferId();
		List<AdjustRecordV3> records = this.sdk
			.listPartnerAdjustRecords(new ListPartnerAdjustRecordsRequest().withCustomerId(this.reseller))
			.getRecords();
		assertThat(records.getFirst().getTransId()).isEqualTo(given);
		AccountChangeRecord got = this.sdk
			.listPartnerAccountChangeRecords(new ListPartnerAccountChangeRecordsRequest().withBalanceType(CASH)
				.withIndirectPartnerId(this.reseller))
			.getRecords()
			.getFirst();
		assertThat(got.getTradeId()).isEqualTo(given);
		assertThat(got.getType()).isEqualTo("1");
		assertThat(this.sdk.reclaimIndirectPartnerAccount(new ReclaimIndirectPartnerAccountRequest()
			.withBody(new ReclaimIndirectPartnerAccountReq().withIndirectPartnerId(this.reseller)
				.withAmount(new BigDecimal("20.00"))))
			.getTransId()).isNotEmpty();
		assertThat(refused(this.sdk,
				(client) -> client.reclaimIndirectPartnerAccount(new ReclaimIndirectPartnerAccountRequest()
					.withBody(new ReclaimIndirectPartnerAccountReq().withIndirectPartnerId(this.reseller)
						.withAmount(new BigDecimal("999999999.99"))))))
			.isEqualTo("400 CBC.99005003");
	}

	@Test
	void tellsACustomerHisOwn() {
		String customer = this.hub.env("CUSTOMER_ID");
		BssClient his = client("CUSTOMER");
		String id = eventually(() -> adjust(customer, "3.21"));
		ShowCustomerAccountBalancesResponse own = his
			.showCustomerAccountBalances(new ShowCustomerAccountBalancesRequest());
		assertThat(own.getCurrency()).isEqualTo("CNY");
		assertThat(own.getAccountBalances().getFirst().getAccountType()).isOne();
		assertThat(own.getAccountBalances().getFirst().getAmount()).isEqualByComparingTo(balance(customer).getAmount());
		CustomerAccountChangeRecord got = his
			.listCustomerAccountChangeRecords(new ListCustomerAccountChangeRecordsRequest().withBalanceType(CASH)
				.withRevenueExpenseType("REVENUE"))
			.getRecords()
			.getFirst();
		assertThat(got.getTradeId()).isEqualTo(id);
		assertThat(got.getChangeAmount()).isEqualTo("3.21");
		take(customer, "3.21");
	}

	@Test
	@Tag("ADJ-08")
	void refusesWithTheVendorsCodes() {
		assertThat(refused(this.sdk, (client) -> adjust(client, Ids.next().toString(), "1.00")))
			.isEqualTo("400 CBC.99000035");
		assertThat(refused(this.sdk, (client) -> adjust(client, this.hub.env("CUSTOMER_ID"), "0.001")))
			.isEqualTo("400 CBC.0100");
		assertThat(refused(this.sdk, (client) -> adjust(client, this.hub.env("CUSTOMER_ID"), "999999999")))
			.isEqualTo("400 CBC.99005003");
		assertThat(refused(this.sdk, (client) -> changes(client, "GOLD", null))).isEqualTo("400 CBC.0100");
		assertThat(refused(this.sdk, (client) -> changes(client, CASH, "2000-01-01"))).isEqualTo("400 CBC.80021021");
		assertThat(refused(client("RESELLER"), (client) -> changes(client, CASH, null))).isEqualTo("403 CBC.0151");
		assertThat(refused(client("CUSTOMER"), (client) -> changes(client, CASH, null))).isEqualTo("403 CBC.0151");
		assertThat(refused(client("SOLUTION_PROVIDER"), (client) -> client
			.updateIndirectPartnerAccount(new UpdateIndirectPartnerAccountRequest().withBody(
					new AdjustToIndirectPartnerReq().withIndirectPartnerId(this.reseller).withAmount(BigDecimal.ONE)))))
			.isEqualTo("403 CBC.0151");
	}

	private String customer() {
		return this.sdk
			.createSubCustomer(new CreateSubCustomerRequest().withBody(
					new CreateCustomerV2Req().withXaccountId(Ids.next().toString()).withXaccountType("acceptance")))
			.getDomainId();
	}

	private String adjust(String customer, String amount) {
		return adjust(this.sdk, customer, amount);
	}

	private static String adjust(BssClient client, String customer, String amount) {
		return client
			.updateCustomerAccountAmount(new UpdateCustomerAccountAmountRequest()
				.withBody(new AdjustAccountReq().withCustomerId(customer).withAmount(new BigDecimal(amount))))
			.getTransferId();
	}

	private void take(String customer, String amount) {
		this.sdk.reclaimToPartnerAccount(new ReclaimToPartnerAccountRequest().withBody(
				new ReclaimToPartnerAccountBalancesReq().withCustomerId(customer).withAmount(new BigDecimal(amount))));
	}

	private CustomerBalancesV2 balance(String customer) {
		return this.sdk
			.listCustomersBalancesDetail(
					new ListCustomersBalancesDetailRequest().withBody(new QueryCustomersBalancesReq()
						.withCustomerInfos(List.of(new CustomerInfoV2().withCustomerId(customer)))))
			.getCustomerBalances()
			.getFirst();
	}

	private List<AccountChangeRecord> changes() {
		return changes(this.sdk, CASH, null);
	}

	private static List<AccountChangeRecord> changes(BssClient client, String type, String begin) {
		ListPartnerAccountChangeRecordsRequest request = new ListPartnerAccountChangeRecordsRequest()
			.withBalanceType(type);
		if (begin != null) {
			request.setTradeTimeBegin(begin);
		}
		return client.listPartnerAccountChangeRecords(request).getRecords();
	}

	private AccountBalanceV2 cash() {
		return this.sdk.listPartnerBalances(new ListPartnerBalancesRequest()).getAccountBalances().getFirst();
	}

	/** The same account as front ends see it. */
	private JsonNode own(String type) {
		return this.hub.as("DISTRIBUTOR_ADMIN_TOKEN")
			.get("/api/v1/accounts")
			.json()
			.at("/items")
			.valueStream()
			.filter((account) -> account.at("/type").asString().equals(type))
			.findAny()
			.orElseThrow();
	}

	private BssClient client(String who) {
		return BssClient.newBuilder()
			.withCredential(new GlobalCredentials().withAk(this.hub.env(who + "_AK")).withSk(this.hub.env(who + "_SK")))
			.withEndpoint(this.hub.url())
			.build();
	}

	/** The association reaches billing-service a moment after it was made. */
	private static <T> T eventually(Callable<T> call) {
		return await().atMost(Relation.PATIENCE)
			.pollInterval(Duration.ofMillis(400))
			.ignoreExceptionsInstanceOf(ServiceResponseException.class)
			.until(call, (answer) -> answer != null);
	}

	private static String refused(BssClient client, Consumer<BssClient> call) {
		ServiceResponseException refusal = catchThrowableOfType(ServiceResponseException.class,
				() -> call.accept(client));
		return refusal.getHttpStatusCode() + " " + refusal.getErrorCode();
	}

}
