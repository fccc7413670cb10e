package io.partnerhub.billing.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.BillingEvent.PartnerToppedUp;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.proof.Proofs;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import io.partnerhub.platform.testkit.TestKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Transfers and whose they are. */
@BillingTest
class ClaimingTests {

	private static final String CLAIMS = "/api/v1/top-up-claims";

	private final HubClient client;

	private final Given given;

	private final Books books;

	private final Announced announced;

	private final MovableClock clock;

	ClaimingTests(HubClient client, Given given, Books books, Announced announced, MovableClock clock) {
		this.client = client;
		this.given = given;
		this.books = books;
		this.announced = announced;
		this.clock = clock;
	}

	@AfterEach
	void booksBalance() {
		this.books.balance();
	}

	@Test
	@Tag("TOP-02")
	@Tag("TOP-04")
	void topsUpATransferToTheGeneralAccountOnceItIsClaimed() {
		Partner partner = this.given.distributor();
		String serial = "T" + partner.id();
		assertThat(transfer(serial, "500.00", "Partner", "").expect(201).json().has("claim")).isFalse();
		assertThat(this.books.partnerHas(partner)).isEqualTo("0.00");
		this.announced.next();
		Answer claim = claim(partner, serial, "500.00", "Partner").expect(201);
		assertThat(claim.text("/state")).isEqualTo("CREDITED");
		assertThat(this.books.partnerHas(partner)).isEqualTo("500.00");
		assertThat(this.announced.next(PartnerToppedUp.class)).singleElement()
			.satisfies((event) -> assertThat(event.transactionId()).hasToString(claim.text("/topUpId")));
	}

	@Test
	@Tag("TOP-02")
	@Tag("TOP-04")
	void waitsForTheTransferIfTheClaimComesFirst() {
		Partner partner = this.given.distributor();
		String serial = "T" + partner.id();
		String id = claim(partner, serial, "500.00", "Partner").expect(201).text("/id");
		assertThat(show(partner, id).text("/state")).isEqualTo("SUBMITTED");
		assertThat(transfer(serial, "500.00", "Partner", "").expect(201).text("/claim/state")).isEqualTo("CREDITED");
		transfer(serial, "500.00", "Partner", "").expect(201);
		transfer(serial, "500.01", "Partner", "").refused(409, "TOP_UP_SERIAL_NUMBER_USED");
		assertThat(show(partner, id).text("/state")).isEqualTo("CREDITED");
		assertThat(this.books.partnerHas(partner)).isEqualTo("500.00");
	}

	@ParameterizedTest
	@Tag("TOP-04")
	@CsvSource({ "500.01, Partner", "500.00, Somebody" })
	void rejectsAClaimThatSaysOtherThanTheBank(String amount, String payer) {
		Partner partner = this.given.distributor();
		String serial = "T" + Ids.next();
		transfer(serial, "500.00", "Partner", "").expect(201);
		Answer claim = claim(partner, serial, amount, payer).expect(201);
		assertThat(claim.text("/state")).isEqualTo("REJECTED");
		assertThat(claim.text("/reason")).isEqualTo("DETAILS_DIFFER");
		assertThat(claim(partner, serial, "500.00", "Partner").expect(201).text("/state")).isEqualTo("CREDITED");
	}

	@Test
	@Tag("TOP-04")
	void takesOneClaimPerBankSerialNumber() {
		Partner partner = this.given.distributor();
		String serial = "T" + partner.id();
		String id = claim(partner, serial, "500.00", "Partner").expect(201).text("/id");
		claim(this.given.distributor(), serial, "500.00", "Partner").refused(409, "TOP_UP_CLAIM_EXISTS");
		String rejection = "/api/v1/vendor/top-up-claims/" + id + "/rejection";
		this.client.as(Given.VENDOR).post(rejection, Map.of("reason", "unknown transfer")).expect(200);
		this.client.as(Given.VENDOR).post(rejection, Map.of("reason", "again")).refused(409, "TOP_UP_CLAIM_STATE");
		claim(this.given.distributor(), serial, "500.00", "Partner").expect(201);
	}

	@Test
	@Tag("TOP-03")
	void needsAnAgreementForWhatSomebodyElsePaid() {
		Partner partner = this.given.distributor();
		String serial = "T" + partner.id();
		transfer(serial, "500.00", "远山贸易", "").expect(201);
		Answer claim = claim(partner, serial, "500.00", "远山贸易").expect(201);
		assertThat(claim.text("/state")).isEqualTo("MATCHED");
		assertThat(claim.text("/waitsFor")).isEqualTo("THIRD_PARTY_AGREEMENT");
		assertThat(claim.text("/payerName")).isEqualTo("远***");
		assertThat(this.books.partnerHas(partner)).isEqualTo("0.00");
		assertThat(agree(partner, "远山贸易").json().at("/credited").asInt()).isEqualTo(1);
		assertThat(show(partner, claim.text("/id")).text("/state")).isEqualTo("CREDITED");
		assertThat(agree(partner, "远山贸易").json().at("/credited").asInt()).isZero();
		assertThat(this.books.partnerHas(partner)).isEqualTo("500.00");
	}

	@Test
	@Tag("TOP-01")
	@Tag("X-02")
	void opensOneDedicatedAccountWithACodeAndMatchesWhatArrivesThere() {
		Partner partner = this.given.distributor();
		this.client.as(partner.admin()).get("/api/v1/dedicated-account").refused(404, "NOT_FOUND");
		this.client.as(partner.admin()).post("/api/v1/dedicated-account", "").refused(403, "VERIFICATION_REQUIRED");
		String number = open(partner);
		assertThat(number).matches("62148800\\d{10}").isEqualTo(open(partner));
		assertThat(number).isNotEqualTo(open(this.given.distributor()));
		String serial = "T" + partner.id();
		assertThat(transfer(serial, "20.00", "Partner", number).expect(201).text("/claim/state")).isEqualTo("CREDITED");
		assertThat(transfer("U" + partner.id(), "30.00", "远山贸易", number).expect(201).text("/claim/state"))
			.isEqualTo("MATCHED");
		assertThat(this.books.partnerHas(partner)).isEqualTo("20.00");
		transfer("V" + partner.id(), "30.00", "Partner", "6214880099999999").refused(404, "NOT_FOUND");
	}

	@Test
	void showsClaimsToTheirPartnerAlone() {
		Partner partner = this.given.distributor();
		String id = claim(partner, "T" + partner.id(), "500.00", "Partner").expect(201).text("/id");
		show(this.given.resellerOf(partner), id).refused(404, "NOT_FOUND");
		assertThat(this.client.as(partner.admin()).get(CLAIMS + "?state=SUBMITTED").expect(200).text("/items/0/id"))
			.isEqualTo(id);
		assertThat(this.client.as(partner.admin()).get(CLAIMS + "?state=CREDITED").expect(200).json().at("/items"))
			.isEmpty();
		assertThat(this.client.as(Given.VENDOR)
			.get("/api/v1/vendor/top-up-claims?limit=1")
			.expect(200)
			.text("/items/0/id")).isEqualTo(id);
	}

	@RepeatedTest(3)
	@Tag("TOP-04")
	void creditsOnceWhenClaimsAndTheTransferMeet() throws Exception {
		Partner partner = this.given.distributor();
		String serial = "T" + partner.id();
		List<Callable<Answer>> attempts = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			attempts.add(() -> claim(partner, serial, "7.00", "Partner"));
			attempts.add(() -> transfer(serial, "7.00", "Partner", ""));
		}
		try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
			assertThat(threads.invokeAll(attempts).stream().map(Future::resultNow).map(Answer::status))
				.containsOnly(201, 409);
		}
		assertThat(this.books.partnerHas(partner)).isEqualTo("7.00");
	}

	private Answer claim(Partner partner, String serial, String amount, String payer) {
		return this.client.as(partner.admin())
			.post(CLAIMS, Map.of("bankSerialNumber", serial, "amount", Given.money(amount), "payerName", payer));
	}

	private Answer show(Partner partner, String id) {
		return this.client.as(partner.admin()).get(CLAIMS + "/" + id);
	}

	private Answer transfer(String serial, String amount, String payer, String accountNumber) {
		Map<String, Object> body = new LinkedHashMap<>(Map.of("bankSerialNumber", serial, "amount", Given.money(amount),
				"payerName", payer, "payerAccountNo", "6225880100001111"));
		if (!accountNumber.isEmpty()) {
			body.put("accountNumber", accountNumber);
		}
		return this.client.as(Given.VENDOR).post("/api/v1/vendor/incoming-transfers", body);
	}

	private Answer agree(Partner partner, String payer) {
		return this.client.as(Given.VENDOR)
			.post("/api/v1/vendor/payment-agreements", Map.of("partnerId", partner.id(), "payerName", payer))
			.expect(201);
	}

	private String open(Partner partner) {
		Caller admin = partner.admin();
		return this.client.as(admin)
			.with(Proofs.HEADER, TestKeys.proof(admin, CriticalOperation.CHANGE_BANK_DETAILS, this.clock))
			.post("/api/v1/dedicated-account", "")
			.expect(201)
			.text("/accountNumber");
	}

}
