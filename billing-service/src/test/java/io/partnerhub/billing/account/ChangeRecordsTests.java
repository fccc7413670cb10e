package io.partnerhub.billing.account;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Statements of account on the vendor-compatible face. */
@BillingTest
class ChangeRecordsTests {

	private static final String PARTNER = "/v2/accounts/partner-accounts/account-change-records?";

	private static final String CUSTOMER = "/v2/accounts/customer-accounts/account-change-records?";

	private static final String CASH = "balance_type=BALANCE_TYPE_DEBIT";

	private final HubClient client;

	private final Given given;

	private final MovableClock clock;

	ChangeRecordsTests(HubClient client, Given given, MovableClock clock) {
		this.client = client;
		this.given = given;
		this.clock = clock;
	}

	@AfterEach
	void resetClock() {
		this.clock.reset();
	}

	@Test
	@Tag("ADJ-09")
	void showsTheSameTransactionToPartnerAndCustomer() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.resaleCustomer(partner);
		String id = this.client.as(partner.key())
			.post("/v2/accounts/partner-accounts/adjust-amount", Map.of("customer_id", customer, "amount", 10))
			.text("/transfer_id");
		Answer spent = this.client.as(partner.key()).get(PARTNER + CASH).expect(200);
		assertThat(spent.text("/total_count")).isEqualTo("2");
		assertThat(spent.text("/records/0/trade_id")).isEqualTo(id);
		assertThat(spent.text("/records/0/trade_detail_type")).isEqualTo("SOURCE_OPERATION_BEADJUST");
		assertThat(spent.text("/records/0/type")).isEqualTo("2");
		assertThat(spent.text("/records/0/trade_time")).isEqualTo("2026-03-01T08:00:00Z");
		assertThat(spent.json().at("/records/0/change_amount").isString()).isTrue();
		assertThat(spent.text("/records/0/change_amount")).isEqualTo("10.00");
		assertThat(spent.text("/records/0/balance_after_change")).isEqualTo("90.00");
		assertThat(spent.text("/records/1/type")).isEqualTo("1");
		Answer got = this.client.as(Caller.customer("c", customer)).get(CUSTOMER + CASH).expect(200);
		assertThat(got.text("/records/0/trade_id")).isEqualTo(id);
		assertThat(got.text("/records/0/revenue_expense_type")).isEqualTo("REVENUE");
		assertThat(got.text("/records/0/bill_cycle")).isEqualTo("2026-03");
	}

	@Test
	void findsByTypeAndTimeInTheVendorsDays() {
		Partner partner = this.given.distributorWith("100.00");
		this.clock.advance(Duration.ofHours(8));
		this.given.customerWith(partner, "10.00");
		Map<String, String> totals = new LinkedHashMap<>();
		totals.put(CASH, "2");
		totals.put(CASH + "&trade_type=RECHARGE", "1");
		totals.put(CASH + "&trade_type=BEADJUST", "1");
		totals.put(CASH + "&trade_type=BONUSCONVERT", "0");
		totals.put(CASH + "&trade_type=", "2");
		totals.put(CASH + "&trade_time_end=2026-03-01", "1");
		totals.put(CASH + "&trade_time_begin=2026-03-02", "1");
		totals.put(CASH + "&trade_time_begin=2026-03-01&trade_time_end=2026-03-02", "2");
		totals.put(CASH + "&offset=5", "2");
		totals.put("balance_type=BALANCE_TYPE_CREDIT", "0");
		totals.put("balance_type=BALANCE_TYPE_COUPON", "0");
		totals.forEach((query,
				total) -> assertThat(
						this.client.as(partner.key()).get(PARTNER + query).expect(200).text("/total_count"))
					.as(query)
					.isEqualTo(total));
		assertThat(this.client.as(partner.key()).get(PARTNER + CASH + "&offset=1&limit=1").text("/records/0/type"))
			.isEqualTo("1");
	}

	@Test
	void findsACustomersChangesByWayAndTransaction() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.customerWith(partner, "10.00");
		this.client.as(partner.admin())
			.post("/api/v1/balance-reclamations", Map.of("customerId", customer, "amount", Given.money("4.00")))
			.expect(201);
		assertThat(own(customer, "").text("/total_count")).isEqualTo("2");
		assertThat(own(customer, "&revenue_expense_type=EXPENSE").text("/records/0/change_amount")).isEqualTo("4.00");
		assertThat(own(customer, "&revenue_expense_type=REVENUE").text("/total_count")).isEqualTo("1");
		String id = own(customer, "").text("/records/0/trade_id");
		assertThat(own(customer, "&trade_id=" + id).text("/total_count")).isEqualTo("1");
		assertThat(own(customer, "&trade_id=" + Ids.next()).text("/total_count")).isEqualTo("0");
		assertThat(own(customer, "&payment_channel_id=1,2").text("/total_count")).isEqualTo("0");
		assertThat(own(Ids.next(), "").text("/total_count")).isEqualTo("0");
		own(customer, "&revenue_expense_type=BOTH").refused(400, "CBC.0100");
	}

	@ParameterizedTest
	@CsvSource({ "'', CBC.0100", "balance_type=, CBC.0100", "balance_type=CASH, CBC.0100",
			"balance_type=BALANCE_TYPE_DEBIT&trade_type=GIFT, CBC.0100",
			"balance_type=BALANCE_TYPE_DEBIT&trade_time_begin=, CBC.0100",
			"balance_type=BALANCE_TYPE_DEBIT&trade_time_end=2026-02-30, CBC.0100",
			"balance_type=BALANCE_TYPE_DEBIT&trade_time_begin=2026-03-02&trade_time_end=2026-03-01, CBC.0100",
			"balance_type=BALANCE_TYPE_DEBIT&trade_time_begin=2025-02-28&trade_time_end=2026-03-01, CBC.80021021",
			"balance_type=BALANCE_TYPE_DEBIT&limit=101, CBC.0100",
			"balance_type=BALANCE_TYPE_DEBIT&offset=-1, CBC.0100" })
	void refusesWhatCannotBeAsked(String query, String code) {
		this.client.as(this.given.distributor().key()).get(PARTNER + query).refused(400, code);
	}

	@Test
	@Tag("ADJ-05")
	void showsAResellersChangesToItsDistributorAlone() {
		Partner distributor = this.given.distributor();
		Partner reseller = this.given.toppedUp(this.given.resellerOf(distributor), "8.00");
		String query = PARTNER + CASH + "&indirect_partner_id=" + reseller.id();
		assertThat(this.client.as(distributor.key()).get(query).text("/total_count")).isEqualTo("1");
		this.client.as(this.given.distributor().key()).get(query).refused(400, "CBC.99000037");
		this.client.as(distributor.accountManager()).get(PARTNER + CASH).refused(403, "CBC.0151");
		this.client.as(distributor.key()).get(CUSTOMER + CASH).refused(403, "CBC.0151");
	}

	private Answer own(UUID customer, String query) {
		return this.client.as(Caller.customer("c", customer)).get(CUSTOMER + CASH + query);
	}

}
