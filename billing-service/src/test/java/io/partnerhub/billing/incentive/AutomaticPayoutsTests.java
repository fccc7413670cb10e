package io.partnerhub.billing.incentive;

import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.Uploads;
import io.partnerhub.contracts.IncentiveEvent.IncentivePaid;
import io.partnerhub.contracts.IncentiveEvent.Mode;
import io.partnerhub.contracts.IncentiveQuotaEvent.IncentiveQuotaGranted;
import io.partnerhub.contracts.IncentiveQuotaEvent.IncentiveQuotaRefused;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is paid without being applied for, and what becomes a voucher quota. */
@BillingTest
class AutomaticPayoutsTests {

	private static final String SETTING = "/api/v1/incentive-auto-apply";

	private final HubClient client;

	private final Given given;

	private final Hears hears;

	private final Announced announced;

	private final Books books;

	private final AutomaticPayouts automatic;

	private final Earnings earnings;

	private final PayoutDesk desk;

	private Partner partner;

	AutomaticPayoutsTests(HubClient client, Given given, Uploads uploads, Hears hears, Announced announced, Books books,
			AutomaticPayouts automatic) {
		this.client = client;
		this.given = given;
		this.hears = hears;
		this.announced = announced;
		this.books = books;
		this.automatic = automatic;
		this.earnings = new Earnings(client);
		this.desk = new PayoutDesk(client, uploads);
		this.partner = given.distributor();
	}

	@BeforeEach
	void aCertifiedPartner() {
		this.partner = this.earnings.certified(this.given.distributor());
		this.announced.next();
	}

	@Test
	@Tag("INC-04")
	void creditsAResaleIncentiveWithTheInvoiceItOwes() {
		String id = this.earnings.billed(this.partner, "106.00", "RESALE");
		this.earnings.confirm(this.partner, id).expect(200);
		assertThat(this.earnings.get(this.partner, id).text("/state")).isEqualTo("PAID");
		assertThat(this.books.partnerHas(this.partner)).isEqualTo("106.00");
		HubClient.Answer payout = this.desk.list(this.partner);
		assertThat(payout.text("/items/0/state") + payout.text("/items/0/automatic")).isEqualTo("DONEtrue");
		assertThat(payout.json().at("/items/0/paymentOrderId").isMissingNode()).isTrue();
		HubClient.Answer owed = this.client.as(this.partner.admin()).get("/api/v1/owed-invoices").expect(200);
		assertThat(owed.text("/items/0/reason") + " " + owed.text("/items/0/amount/amount"))
			.isEqualTo("INCENTIVE_CREDITED 106.00");
		assertThat(owed.json().at("/items/0/taxRate").decimalValue()).isEqualByComparingTo("6");
		this.books.balance();
	}

	@Test
	@Tag("INC-03")
	@Tag("INC-04")
	void withdrawsTheRebateOnceNoInvoiceIsOwedForIt() {
		String id = this.earnings.billed(this.partner, "106.00", "RESALE");
		this.earnings.confirm(this.partner, id).expect(200);
		HubClient.Answer flow = this.client.as(this.partner.admin()).get("/api/v1/top-up-flows").expect(200);
		assertThat(flow.text("/items/0/channel")).isEqualTo("REBATE");
		withdraw().refused(409, "WITHDRAW_AMOUNT_EXCEEDED");
		HubClient.As admin = this.client.as(this.partner.admin());
		String owed = admin.get("/api/v1/owed-invoices").text("/items/0/id");
		String entity = admin.get("/api/v1/owed-invoices").text("/items/0/signingEntity");
		String order = this.client.as(Given.VENDOR)
			.post("/api/v1/vendor/billed-orders",
					Map.of("partnerId", this.partner.id(), "orderNumber", Ids.next(), "taxRate", "6.00",
							"signingEntity", entity, "amount", Given.money("106.00")))
			.expect(201)
			.text("/id");
		admin.post("/api/v1/owed-invoices/" + owed + "/offset", Map.of("orderId", order)).expect(200);
		withdraw().expect(201);
	}

	@Test
	@Tag("INC-04")
	void leavesOlderResaleIncentivesToAnApplication() {
		Map<String, Object> bill = Earnings.bill(this.partner, "106.00");
		bill.putAll(Map.of("model", "RESALE", "period", "2023-09"));
		String id = this.earnings.tell(bill).expect(201).text("/id");
		this.earnings.confirm(this.partner, id).expect(200);
		assertThat(this.earnings.state(this.partner, id)).isEqualTo("PAYING");
		this.desk.apply(this.partner, "BANK_TRANSFER", id).expect(201);
	}

	@Test
	@Tag("INC-04")
	void waitsForTheCertification() {
		Partner other = this.given.distributor();
		String id = this.earnings.billed(other, "106.00", "RESALE");
		this.earnings.confirm(other, id).expect(200);
		this.automatic.run();
		assertThat(this.earnings.state(other, id)).isEqualTo("PAYING");
		this.earnings.certified(other);
		this.desk.apply(other, "ACCOUNT", id).refused(409, "PAYOUT_AUTOMATIC");
		this.automatic.run();
		this.automatic.run();
		assertThat(this.earnings.state(other, id)).isEqualTo("PAID");
		assertThat(this.books.partnerHas(other)).isEqualTo("106.00");
	}

	@Test
	@Tag("INC-04")
	@Tag("INC-09")
	void setsOffNegativeOnesAndWaitsWhileTheyAreMore() {
		String less = this.earnings.billed(this.partner, "-30.00", "RESALE");
		String first = this.earnings.billed(this.partner, "20.00", "RESALE");
		this.earnings.confirm(this.partner, first).expect(200);
		assertThat(this.earnings.state(this.partner, first)).isEqualTo("PAYING");
		String second = this.earnings.billed(this.partner, "20.00", "RESALE");
		this.earnings.confirm(this.partner, second).expect(200);
		assertThat(this.earnings.state(this.partner, less)).isEqualTo("PAID");
		assertThat(this.books.partnerHas(this.partner)).isEqualTo("10.00");
	}

	@Test
	@Tag("INC-03")
	@Tag("INC-05")
	void becomesAQuotaOnceCouponServiceGrantedIt() {
		UUID payout = released();
		assertThat(this.announced.next(IncentivePaid.class)).singleElement().returns(Mode.QUOTA, IncentivePaid::mode);
		IncentiveQuotaGranted granted = new IncentiveQuotaGranted(this.partner.tenant(), this.partner.id(), payout,
				Ids.next());
		this.hears.event(granted);
		this.hears.event(granted);
		HubClient.Answer shown = this.desk.get(this.partner, payout.toString());
		assertThat(shown.text("/state") + shown.text("/quotaId")).isEqualTo("DONE" + granted.quotaId());
		assertThat(this.books.partnerHas(this.partner)).isEqualTo("0.00");
		assertThat(this.client.as(this.partner.admin()).get("/api/v1/owed-invoices").json().at("/items")).isEmpty();
		this.desk.decide(payout.toString(), "repetition").refused(409, "PAYOUT_STATE");
	}

	@Test
	@Tag("INC-05")
	void showsAFailureAndTriesAgain() {
		UUID payout = released();
		this.announced.next();
		this.hears
			.event(new IncentiveQuotaRefused(this.partner.tenant(), this.partner.id(), payout, "PARTNER_UNKNOWN"));
		HubClient.Answer failed = this.desk.get(this.partner, payout.toString());
		assertThat(failed.text("/state") + " " + failed.text("/reason")).isEqualTo("FAILED PARTNER_UNKNOWN");
		this.desk.reject(payout.toString()).refused(409, "PAYOUT_STATE");
		assertThat(this.desk.decide(payout.toString(), "repetition").expect(200).text("/state")).isEqualTo("GRANTING");
		assertThat(this.announced.next(IncentivePaid.class)).singleElement().returns(payout, IncentivePaid::payoutId);
		this.hears.event(new IncentiveQuotaGranted(this.partner.tenant(), this.partner.id(), payout, Ids.next()));
		assertThat(this.desk.get(this.partner, payout.toString()).text("/state")).isEqualTo("DONE");
	}

	@Test
	@Tag("INC-05")
	void grantsAnAppliedQuotaOnceTheVendorAccepted() {
		String id = this.earnings.confirmed(this.partner, "106.00").getFirst();
		String payout = this.desk.apply(this.partner, "QUOTA", id).expect(201).text("/id");
		assertThat(this.announced.next(IncentivePaid.class)).isEmpty();
		assertThat(this.desk.decide(payout, "acceptance").expect(200).text("/state")).isEqualTo("GRANTING");
		assertThat(this.announced.next(IncentivePaid.class)).singleElement()
			.satisfies((event) -> assertThat(event.amount().amount()).isEqualTo("106.00"));
	}

	@Test
	@Tag("INC-03")
	@Tag("INC-04")
	void refusesABankTransferOfResaleIncentives() {
		String id = this.earnings.billed(this.partner, "106.00", "RESALE");
		confirm(id, "BANK_TRANSFER").refused(409, "PAYOUT_MODE_NOT_ALLOWED");
		confirm(id, "QUOTA").expect(200);
	}

	@Test
	@Tag("INC-06")
	void appliesForWhatIsConfirmedWhileSwitchedOn() {
		String before = this.earnings.confirmed(this.partner, "106.00").getFirst();
		assertThat(this.desk.list(this.partner).json().at("/items")).isEmpty();
		set("\"0\"", true, "BANK_TRANSFER").expect(200);
		assertThat(applied(before)).isEqualTo("BANK_TRANSFER 0.00");
		String later = this.earnings.confirmed(this.partner, "212.00").getFirst();
		assertThat(applied(later)).isEqualTo("BANK_TRANSFER 0.00");
		set("\"1\"", false, "BANK_TRANSFER").expect(200);
		String off = this.earnings.confirmed(this.partner, "10.00").getFirst();
		this.automatic.run();
		assertThat(this.earnings.get(this.partner, off).text("/left/amount")).isEqualTo("10.00");
	}

	@Test
	@Tag("INC-06")
	void leavesWhatAnotherModeWasChosenFor() {
		set("\"0\"", true, "BANK_TRANSFER").expect(200);
		String id = this.earnings.billed(this.partner, "106.00");
		confirm(id, "ACCOUNT").expect(200);
		this.automatic.run();
		assertThat(applied(id)).isEqualTo("ACCOUNT 106.00");
	}

	@Test
	@Tag("INC-06")
	void changesTheSwitchOnlyAsItWasRead() {
		HubClient.Answer shown = this.client.as(this.partner.admin()).get(SETTING).expect(200);
		assertThat(shown.text("/enabled")).isEqualTo("false");
		this.client.as(this.partner.admin())
			.put(SETTING, Map.of("enabled", true, "mode", "QUOTA"))
			.refused(428, "IF_MATCH_REQUIRED");
		set("\"0\"", true, "QUOTA").expect(200);
		set("\"0\"", true, "QUOTA").refused(412, "STALE");
	}

	/** A pay-out whose quota is to be granted. */
	private UUID released() {
		String id = this.earnings.billed(this.partner, "106.00", "RESALE");
		confirm(id, "QUOTA").expect(200);
		HubClient.Answer payouts = this.desk.list(this.partner);
		assertThat(payouts.text("/items/0/state")).isEqualTo("GRANTING");
		return UUID.fromString(payouts.text("/items/0/id"));
	}

	private HubClient.Answer confirm(String id, String mode) {
		return this.client.as(this.partner.admin())
			.post(Earnings.INCENTIVES + "/" + id + "/confirmation", Map.of("mode", mode));
	}

	private HubClient.Answer set(String etag, boolean enabled, String mode) {
		return this.client.as(this.partner.admin())
			.with("If-Match", etag)
			.put(SETTING, Map.of("enabled", enabled, "mode", mode));
	}

	private String applied(String id) {
		HubClient.Answer incentive = this.earnings.get(this.partner, id);
		return incentive.text("/mode") + " " + incentive.text("/left/amount");
	}

	/** Access keys are asked for no code. */
	private HubClient.Answer withdraw() {
		return this.client.as(this.partner.key())
			.post("/api/v1/withdrawals", Map.of("type", "REBATE", "amount", Given.money("106.00"), "bank",
					Map.of("name", "招商银行", "branch", "深圳科技园支行", "holder", "Partner", "accountNo", "6225880100009999")));
	}

}
