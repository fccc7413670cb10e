package io.partnerhub.billing.topup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.BillingEvent.PartnerToppedUp;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
class ToppingUpTests {

	private static final String TOP_UPS = "/api/v1/vendor/top-ups";

	private final HubClient client;

	private final Given given;

	private final Books books;

	private final Announced announced;

	ToppingUpTests(HubClient client, Given given, Books books, Announced announced) {
		this.client = client;
		this.given = given;
		this.books = books;
		this.announced = announced;
	}

	@Test
	@Tag("TOP-01")
	void putsMoneyOnThePartnersAccountAndAnnouncesIt() {
		Partner partner = this.given.distributor();
		this.announced.next();
		Answer answer = post(request(partner.id(), "1000.50", "SN" + partner.id())).expect(201);
		assertThat(answer.text("/amount/amount")).isEqualTo("1000.50");
		assertThat(answer.text("/channel")).isEqualTo("BANK_TRANSFER");
		assertThat(this.books.partnerHas(partner)).isEqualTo("1000.50");
		assertThat(this.announced.next()).singleElement().isInstanceOfSatisfying(PartnerToppedUp.class, (event) -> {
			assertThat(event.ownerPartnerId()).isEqualTo(partner.id());
			assertThat(event.transactionId()).hasToString(answer.text("/transactionId"));
			assertThat(event.amount().amount()).isEqualTo("1000.50");
		});
		this.books.balance();
	}

	@Test
	@Tag("TOP-01")
	void fundsAResellerInsideItsDistributorsTenant() {
		Partner distributor = this.given.distributor();
		Partner reseller = this.given.resellerOf(distributor);
		post(request(reseller.id(), "5.00", "SN" + reseller.id())).expect(201);
		assertThat(this.books.partnerHas(reseller)).isEqualTo("5.00");
		assertThat(this.books.partnerHas(distributor)).isEqualTo("0.00");
	}

	@Test
	@Tag("TOP-04")
	void givesTheSameAnswerToTheSameReport() {
		Partner partner = this.given.distributor();
		Map<String, Object> report = request(partner.id(), "7.00", "SN" + partner.id());
		Answer first = post(report).expect(201);
		this.announced.next();
		assertThat(post(report).expect(201).json()).isEqualTo(first.json());
		assertThat(this.announced.next()).isEmpty();
		assertThat(this.books.partnerHas(partner)).isEqualTo("7.00");
	}

	@Test
	@Tag("TOP-04")
	void refusesASerialNumberWithOtherContent() {
		Partner partner = this.given.distributor();
		String serial = "SN" + partner.id();
		post(request(partner.id(), "7.00", serial)).expect(201);
		post(request(partner.id(), "7.01", serial)).refused(409, "TOP_UP_SERIAL_NUMBER_USED");
		post(request(this.given.distributor().id(), "7.00", serial)).refused(409, "TOP_UP_SERIAL_NUMBER_USED");
		post(Map.of("partnerId", partner.id(), "amount", Given.money("7.00"), "bankSerialNumber", serial, "channel",
				"ALIPAY"))
			.refused(409, "TOP_UP_SERIAL_NUMBER_USED");
		assertThat(this.books.partnerHas(partner)).isEqualTo("7.00");
	}

	@Test
	@Tag("TOP-04")
	void booksOnceWhenTheSameReportArrivesManyTimesAtOnce() throws Exception {
		Partner partner = this.given.distributor();
		Map<String, Object> report = request(partner.id(), "7.00", "SN" + partner.id());
		List<Future<String>> answers = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
			for (int i = 0; i < 16; i++) {
				answers.add(threads.submit(() -> post(report).expect(201).text("/id")));
			}
		}
		Set<String> ids = answers.stream().map(Future::resultNow).collect(Collectors.toSet());
		assertThat(ids).hasSize(1);
		assertThat(this.books.partnerHas(partner)).isEqualTo("7.00");
		this.books.balance();
	}

	@Test
	void knowsOnlyRegisteredPartners() {
		post(request(Ids.next(), "7.00", "SN" + Ids.next())).refused(404, "NOT_FOUND");
	}

	@Test
	void isTheVendorsAlone() {
		Partner partner = this.given.distributor();
		for (Caller caller : List.of(partner.admin(), partner.key(), Caller.customer("c", Ids.next()),
				Caller.service("coupon-service"), Caller.anonymous())) {
			this.client.as(caller)
				.post(TOP_UPS, request(partner.id(), "7.00", "SN" + Ids.next()))
				.refused(403, "ACCESS_DENIED");
		}
		this.client.asNobody()
			.post(TOP_UPS, request(partner.id(), "7.00", "SN" + Ids.next()))
			.refused(401, "UNAUTHENTICATED");
		assertThat(this.books.partnerHas(partner)).isEqualTo("0.00");
	}

	@ParameterizedTest
	@Tag("X-07")
	@ValueSource(strings = { """
			{"amount":"1.234","currency":"CNY"}""", """
			{"amount":"0.00","currency":"CNY"}""", """
			{"amount":"-1.00","currency":"CNY"}""", """
			{"amount":"1e400","currency":"CNY"}""", """
			{"amount":"1.00","currency":"USD"}""", """
			{"amount":1.00,"currency":"CNY"}""", """
			{"amount":"1.00"}""", "1.00", "null", "\"1.00\"" })
	void refusesWhatIsNoAmount(String amount) {
		Partner partner = this.given.distributor();
		this.client.as(Given.VENDOR).post(TOP_UPS, """
				{"partnerId":"%s","bankSerialNumber":"SN%s","amount":%s}
				""".formatted(partner.id(), partner.id(), amount)).refused(400, "INVALID_REQUEST");
		assertThat(this.books.entriesOf(partner.id())).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "with blank", "a\\u0000b", "流水",
			"12345678901234567890123456789012345678901234567890123456789012345" })
	void refusesWhatIsNoSerialNumber(String serial) {
		Partner partner = this.given.distributor();
		this.client.as(Given.VENDOR).post(TOP_UPS, """
				{"partnerId":"%s","bankSerialNumber":"%s","amount":{"amount":"1.00","currency":"CNY"}}
				""".formatted(partner.id(), serial)).refused(400, "INVALID_REQUEST");
	}

	private Answer post(Map<String, Object> request) {
		return this.client.as(Given.VENDOR).post(TOP_UPS, request);
	}

	private static Map<String, Object> request(UUID partner, String amount, String serial) {
		return Map.of("partnerId", partner, "amount", Given.money(amount), "bankSerialNumber", serial);
	}

}
