package io.partnerhub.billing.appropriation;

import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
class ListingRecordsTests {

	private static final String RECORDS = "/api/v1/appropriations";

	private final HubClient client;

	private final Given given;

	ListingRecordsTests(HubClient client, Given given) {
		this.client = client;
		this.given = given;
	}

	@Test
	@Tag("ADJ-09")
	void listsItsRecordsNewestFirstAndNobodyElses() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.customerWith(partner, "10.00");
		this.given.customerWith(partner, "20.00");
		this.client.as(partner.admin())
			.post("/api/v1/balance-reclamations", Map.of("customerId", customer, "amount", Given.money("4.00")))
			.expect(201);
		Answer answer = this.client.as(partner.financeOperator()).get(RECORDS + "?limit=2").expect(200);
		assertThat(answer.json().at("/items")).hasSize(2);
		Answer rest = this.client.as(partner.admin())
			.get(RECORDS + "?limit=2&cursor=" + answer.text("/nextCursor"))
			.expect(200);
		assertThat(rest.json().at("/items")).hasSize(1);
		assertThat(rest.text("/nextCursor")).isEmpty();
		assertThat(rest.text("/items/0/customerName")).isEqualTo("华***");
		assertThat(this.client.as(partner.admin()).get(RECORDS + "?customerId=" + customer).json().at("/items"))
			.hasSize(2);
		assertThat(this.client.as(this.given.distributor().admin())
			.get(RECORDS + "?customerId=" + customer)
			.json()
			.at("/items")).isEmpty();
		assertThat(this.client.as(this.given.resellerOf(partner).admin()).get(RECORDS).json().at("/items")).isEmpty();
		this.client.as(partner.accountManager()).get(RECORDS).refused(403, "ACCESS_DENIED");
		this.client.as(partner.supervisor()).get(RECORDS).refused(403, "ACCESS_DENIED");
		this.client.as(partner.admin()).get(RECORDS + "?customerId=").refused(400, "INVALID_REQUEST");
	}

	@Test
	@Tag("ADJ-09")
	void findsRecordsByWhatTheyAreAbout() {
		Partner partner = this.given.distributorWith("100.00");
		Partner reseller = this.given.resellerOf(partner);
		UUID customer = this.given.customerWith(partner, "10.00");
		this.client.as(partner.admin())
			.post("/api/v1/reseller-appropriations",
					Map.of("resellerId", reseller.id(), "amount", Given.money("30.00"), "remark", "March"))
			.expect(201);
		this.given.customerWith(reseller, "20.00");
		assertThat(found(partner, "")).isEqualTo(2);
		assertThat(found(partner, "customerId=" + customer)).isEqualTo(1);
		assertThat(found(partner, "resellerId=" + reseller.id())).isEqualTo(1);
		assertThat(found(partner, "operationType=SOURCE_OPERATION_BERETRIEVE")).isZero();
		assertThat(found(partner, "type=CREDIT")).isZero();
		assertThat(found(partner, "from=2026-03-01T08:00:00Z")).isEqualTo(2);
		assertThat(found(partner, "to=2026-03-01T08:00:00Z")).isZero();
		assertThat(found(partner, "indirectPartnerId=" + reseller.id())).isEqualTo(1);
		assertThat(found(reseller, "")).isEqualTo(1);
		assertThat(list(partner, "resellerId=" + reseller.id()).text("/items/0/remark")).isEqualTo("March");
		list(partner, "indirectPartnerId=" + Ids.next()).refused(404, "NOT_FOUND");
		list(partner, "operationType=RECHARGE").refused(400, "INVALID_REQUEST");
		list(partner, "resellerId=" + reseller.id() + "&customerId=" + customer).refused(400, "INVALID_REQUEST");
	}

	private int found(Partner partner, String query) {
		return list(partner, query).expect(200).json().at("/items").size();
	}

	private Answer list(Partner partner, String query) {
		return this.client.as(partner.admin()).get(RECORDS + "?" + query);
	}

}
