package io.partnerhub.billing.invoice;

import java.time.Instant;
import java.util.Map;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.Uploads;
import io.partnerhub.contracts.InvoiceEvent.InvoiceReturned;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
class ReturningInvoicesTests {

	private final HubClient client;

	private final Given given;

	private final Announced announced;

	private final MovableClock clock;

	private final Vendor vendor;

	private Partner partner;

	ReturningInvoicesTests(HubClient client, Given given, Uploads uploads, Announced announced, MovableClock clock) {
		this.client = client;
		this.given = given;
		this.announced = announced;
		this.clock = clock;
		this.vendor = new Vendor(client, uploads);
		this.partner = given.distributor();
	}

	@BeforeEach
	void onTheFifthOfMarch() {
		this.clock.set(Instant.parse("2026-03-05T08:00:00Z"));
		this.partner = this.given.distributor();
		this.announced.next();
	}

	@AfterEach
	void backInTime() {
		this.clock.reset();
	}

	@Test
	@Tag("INVO-09")
	void goesOverARefusalToTheReturn() {
		String order = this.vendor.order(this.partner, "60.00", "6.00");
		String id = this.vendor.issued(this.partner, Vendor.number(), "60.00", order);
		giveBack(id).expect(200);
		Answer refused = this.vendor.act(id, "return-refusal").expect(200);
		assertThat(refused.text("/state")).isEqualTo("RETURN_REFUSED");
		assertThat(refused.text("/reason")).isEqualTo("not legible");
		this.announced.next();
		giveBack(id).expect(200);
		assertThat(this.vendor.act(id, "return-approval").expect(200).text("/reason")).isEqualTo("wrong title");
		assertThat(this.announced.next(InvoiceReturned.class)).hasSize(1);
		giveBack(id).refused(409, "INVOICE_STATE");
		this.vendor.requested(this.partner, "ELECTRONIC", order);
	}

	@Test
	@Tag("INVO-10")
	void isNotReturnedOnceTheTaxOfficeKnowsItsUse() {
		String id = issued();
		taxOffice(id, true).expect(200);
		giveBack(id).refused(409, "INVOICE_RETURN_OFFLINE");
		taxOffice(id, false).expect(200);
		giveBack(id).expect(200);
	}

	@Test
	@Tag("INVO-10")
	void learnsItsUseWhileTheReturnIsAskedForOrRefused() {
		String id = issued();
		giveBack(id).expect(200);
		taxOffice(id, true).expect(200);
		this.vendor.act(id, "return-approval").refused(409, "INVOICE_RETURN_OFFLINE");
		this.vendor.act(id, "return-refusal").expect(200);
		giveBack(id).refused(409, "INVOICE_RETURN_OFFLINE");
		assertThat(taxOffice(id, false).expect(200).text("/state")).isEqualTo("RETURN_REFUSED");
		this.vendor.returned(this.partner, id);
		taxOffice(id, true).refused(409, "INVOICE_STATE");
	}

	@Test
	@Tag("INVO-10")
	void hasAUseThatTheTaxOfficeKnowsOnlyIfItIsElectronic() {
		String id = this.vendor.requested(this.partner, "PAPER", this.vendor.order(this.partner, "60.00", "6.00"));
		this.vendor.act(id, "approval").expect(200);
		this.vendor.issue(id, Vendor.number(), "60.00", "6.00").expect(200);
		this.client.as(this.partner.admin()).post("/api/v1/invoices/" + id + "/receipt", Map.of()).expect(200);
		taxOffice(id, true).refused(409, "INVOICE_STATE");
	}

	@Test
	@Tag("INVO-10")
	void isNotReturnedOnLineToAFormerCompany() {
		String id = this.vendor.issued(this.partner, Vendor.number(), "60.00",
				this.vendor.order(this.partner, Ids.next().toString(), "60.00", "6.00", Vendor.FORMER_ENTITY));
		assertThat(giveBack(id).refused(409, "INVOICE_RETURN_OFFLINE").text("/signingEntity"))
			.isEqualTo(Vendor.FORMER_ENTITY);
	}

	@Test
	void offersActionsToThoseWhoMayTakeThem() {
		String path = "/api/v1/invoices/" + issued();
		assertThat(this.client.as(this.partner.admin()).get(path).json().at("/allowedActions").toString())
			.isEqualTo("[\"RETURN\"]");
		assertThat(this.client.as(this.partner.customerOperator()).get(path).json().at("/allowedActions")).isEmpty();
	}

	private String issued() {
		return this.vendor.issued(this.partner, Vendor.number(), "60.00",
				this.vendor.order(this.partner, "60.00", "6.00"));
	}

	private Answer taxOffice(String id, boolean confirmed) {
		return this.vendor.vendor()
			.post("/api/v1/vendor/invoices/" + id + "/tax-office-state", Map.of("confirmed", confirmed));
	}

	private Answer giveBack(String id) {
		return this.vendor.giveBack(this.partner, id);
	}

}
