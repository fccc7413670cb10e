package io.partnerhub.billing.incentive;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.IncentiveEvent.IncentiveConfirmed;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** From the estimate over the formal bill to the partner's confirmation. */
@BillingTest
class ConfirmingIncentivesTests {

	private final HubClient client;

	private final Given given;

	private final Announced announced;

	private final JdbcClient jdbc;

	private final Earnings earnings;

	private Partner partner;

	ConfirmingIncentivesTests(HubClient client, Given given, Announced announced, JdbcClient jdbc) {
		this.client = client;
		this.given = given;
		this.announced = announced;
		this.jdbc = jdbc;
		this.earnings = new Earnings(client);
		this.partner = given.distributor();
	}

	@BeforeEach
	void aPartner() {
		this.partner = this.given.distributor();
		this.announced.next();
	}

	@Test
	@Tag("INC-01")
	void goesFromTheEstimateToTheConfirmation() {
		Map<String, Object> bill = Earnings.bill(this.partner, "90.00");
		bill.put("stage", "ESTIMATE");
		String id = this.earnings.tell(bill).expect(201).text("/id");
		bill.put("amount", Given.money("95.00"));
		assertThat(this.earnings.tell(bill).expect(201).text("/amount/amount")).isEqualTo("95.00");
		this.earnings.confirm(this.partner, id).refused(409, "INCENTIVE_STATE");
		bill.putAll(Map.of("stage", "BILL", "amount", Given.money("100.00")));
		assertThat(this.earnings.tell(bill).expect(201).text("/state")).isEqualTo("TO_CONFIRM");
		assertThat(this.earnings.confirm(this.partner, id).expect(200).text("/state")).isEqualTo("PAYING");
		this.earnings.confirm(this.partner, id).refused(409, "INCENTIVE_STATE");
		assertThat(this.announced.next())
			.containsExactly(new IncentiveConfirmed(this.partner.tenant(), this.partner.id(), UUID.fromString(id),
					bill.get("number").toString(), "2026-02", Money.of("100.00").amount()));
	}

	@Test
	@Tag("INC-01")
	void toleratesLateAndRepeatedRecords() {
		Map<String, Object> bill = Earnings.bill(this.partner, "100.00");
		String id = this.earnings.tell(bill).expect(201).text("/id");
		assertThat(this.earnings.tell(bill).expect(201).text("/id")).isEqualTo(id);
		bill.putAll(Map.of("stage", "ESTIMATE", "amount", Given.money("1.00")));
		assertThat(this.earnings.tell(bill).expect(201).text("/amount/amount")).isEqualTo("100.00");
		bill.put("stage", "BILL");
		this.earnings.tell(bill).refused(409, "INCENTIVE_NUMBER_USED");
		bill.putAll(Map.of("amount", Given.money("100.00"), "partnerId", this.given.distributor().id()));
		this.earnings.tell(bill).refused(409, "INCENTIVE_NUMBER_USED");
	}

	@Test
	@Tag("INC-09")
	void explainsWhatTheMonthsConsumptionDoesNotEarn() {
		Map<String, Object> bill = Earnings.bill(this.partner, "-20.00");
		bill.put("lines", List.of(Earnings.line("CONSUMPTION", "800.00", "80.00"),
				Earnings.line("UNSUBSCRIPTION", "-900.00", "-90.00"), Earnings.line("DOWNGRADE", "-100.00", "-10.00"),
				Earnings.line("NON_INCENTIVE_PRODUCT", "300.00", "0.00"),
				Earnings.line("POSTED_NEXT_MONTH", "50.00", "0.00")));
		String id = this.earnings.tell(bill).expect(201).text("/id");
		HubClient.Answer detail = this.client.as(this.partner.admin())
			.get(Earnings.INCENTIVES + "/" + id + "/lines")
			.expect(200);
		assertThat(detail.json().at("/lines")).hasSize(5);
		assertThat(List.of(detail.text("/consumed/amount"), detail.text("/earning/amount"),
				detail.text("/withoutIncentive/amount"), detail.text("/postedNextMonth/amount")))
			.containsExactly("150.00", "-200.00", "300.00", "50.00");
	}

	@Test
	@Tag("INC-12")
	void givesAPriceDifferenceAndNoIncentiveForSalesOfTheMarketplace() {
		Map<String, Object> sale = Earnings.line("MARKETPLACE", "200.00", "0.00");
		sale.put("priceDifference", Given.money("35.00"));
		Map<String, Object> bill = Earnings.bill(this.partner, "10.00");
		bill.put("lines", List.of(Earnings.line("CONSUMPTION", "100.00", "10.00"), sale));
		String id = this.earnings.tell(bill).expect(201).text("/id");
		HubClient.Answer detail = this.client.as(this.partner.admin()).get(Earnings.INCENTIVES + "/" + id + "/lines");
		assertThat(List.of(detail.text("/earning/amount"), detail.text("/marketplace/amount"),
				detail.text("/priceDifference/amount")))
			.containsExactly("100.00", "200.00", "35.00");
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc
			.sql("update incentive_line set incentive_minor = 1 where kind = 'MARKETPLACE' and incentive_id = '" + id
					+ "'")
			.update()).withMessageContaining("incentive_line_earns");
	}

	@ParameterizedTest
	@CsvSource({ "MARKETPLACE, 10.00, 1.00", "NON_INCENTIVE_PRODUCT, 10.00, 1.00", "POSTED_NEXT_MONTH, 10.00, 1.00",
			"CONSUMPTION, 10.00, -1.00", "CONSUMPTION, -10.00, 1.00", "UNSUBSCRIPTION, -10.00, 1.00",
			"DOWNGRADE, 10.00, -1.00", "CONSUMPTION, 10.00, 0.99" })
	@Tag("INC-09")
	@Tag("INC-12")
	void refusesLinesThatExplainNothing(String kind, String consumed, String incentive) {
		Map<String, Object> bill = Earnings.bill(this.partner, "1.00");
		bill.put("lines", List.of(Earnings.line(kind, consumed, incentive)));
		this.earnings.tell(bill).refused(400, "INVALID_REQUEST");
	}

	@Test
	@Tag("INC-12")
	void refusesAPriceDifferenceOfOrdinarySales() {
		Map<String, Object> line = Earnings.line("CONSUMPTION", "10.00", "1.00");
		line.put("priceDifference", Given.money("1.00"));
		Map<String, Object> bill = Earnings.bill(this.partner, "1.00");
		bill.put("lines", List.of(line));
		this.earnings.tell(bill).refused(400, "INVALID_REQUEST");
	}

	@Test
	void listsTheOwnByStateAndMonth() {
		String open = this.earnings.billed(this.partner, "10.00");
		String done = this.earnings.confirmed(this.partner, "20.00").getFirst();
		this.earnings.billed(this.given.distributor(), "30.00");
		HubClient.As admin = this.client.as(this.partner.admin());
		assertThat(admin.get(Earnings.INCENTIVES + "?state=TO_CONFIRM&period=2026-02").text("/items/0/id"))
			.isEqualTo(open);
		HubClient.Answer first = admin.get(Earnings.INCENTIVES + "?limit=1").expect(200);
		assertThat(first.text("/items/0/id")).isEqualTo(done);
		assertThat(admin.get(Earnings.INCENTIVES + "?cursor=" + first.text("/nextCursor")).json().at("/items"))
			.hasSize(1);
		assertThat(admin.get(Earnings.INCENTIVES + "?period=2026-01").expect(200).json().at("/items")).isEmpty();
		this.client.as(this.given.distributor().admin())
			.get(Earnings.INCENTIVES + "/" + open)
			.refused(404, "NOT_FOUND");
		this.earnings.confirm(this.given.distributor(), open).refused(404, "NOT_FOUND");
	}

	@Test
	void refusesBadInput() {
		Map<String, Object> bill = Earnings.bill(this.partner, "0.00");
		this.earnings.tell(bill).refused(400, "INVALID_REQUEST");
		bill.putAll(Map.of("amount", Given.money("1.00"), "period", "2026-13"));
		this.earnings.tell(bill).refused(400, "INVALID_REQUEST");
		bill.put("period", "2026-04");
		this.earnings.tell(bill).refused(400, "INVALID_REQUEST");
		bill.putAll(Map.of("period", "2026-02", "validUntil", "2026-03-01T08:00:00Z"));
		this.earnings.tell(bill).refused(400, "INVALID_REQUEST");
		bill.put("partnerId", Ids.next());
		this.earnings.tell(bill).refused(404, "NOT_FOUND");
		this.earnings.tell(Earnings.bill(this.given.resellerOf(this.partner), "1.00"))
			.refused(409, "INCENTIVE_NOT_FOR_RESELLER");
		HubClient.As admin = this.client.as(this.partner.admin());
		admin.get(Earnings.INCENTIVES + "?period=2026").refused(400, "INVALID_REQUEST");
		admin.get(Earnings.INCENTIVES + "?state=LOST").refused(400, "INVALID_REQUEST");
	}

}
