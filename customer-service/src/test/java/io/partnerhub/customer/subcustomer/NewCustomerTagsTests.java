package io.partnerhub.customer.subcustomer;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** ListSubCustomerNewTag. */
@Tag("CUS-02")
class NewCustomerTagsTests extends CustomerScenario {

	private static final String PATH = "/v2/partners/sub-customers/new-customers-tags/batch-query";

	private Partner partner;

	private UUID customer;

	private String account;

	@BeforeEach
	void aCustomer() {
		this.partner = distributor();
		this.customer = customerOf(this.partner, AssociationType.RESALE);
		this.account = this.client.as(this.partner.admin())
			.get("/api/v1/customers/" + this.customer)
			.text("/accountName");
	}

	@Test
	void saysNothingBeforeTheRealNameCheck() {
		Answer tag = tags(Map.of("customer_ids", List.of(this.customer)));
		assertThat(tag.text("/new_customer_tags/0/customer_id")).isEqualTo(this.customer.toString());
		assertThat(tag.text("/new_customer_tags/0/customer_tag_type")).isEqualTo("SMB");
		assertThat(tag.json().at("/new_customer_tags/0/new_customer_tag").asString()).isEmpty();
		tell(Map.of("verifiedStatus", 1, "newCustomerTag", Map.of("value", "Y")));
		assertThat(value()).isEmpty();
	}

	@Test
	void isUndeterminedUntilTheVendorTells() {
		tell(Map.of("verifiedStatus", 2));
		assertThat(value()).isEqualTo("UNDETERMINED");
		tell(Map.of("newCustomerTag", Map.of("value", "N")));
		assertThat(value()).isEqualTo("N");
	}

	@Test
	void turnsToNAfterItsLastMonth() {
		tell(Map.of("verifiedStatus", 2, "newCustomerTag",
				Map.of("value", "Y", "effective", "2026-02", "expires", "2026-03")));
		Answer tag = tags(Map.of());
		assertThat(tag.text("/new_customer_tags/0/new_customer_tag")).isEqualTo("Y");
		assertThat(tag.text("/new_customer_tags/0/effective_time")).isEqualTo("2026-02");
		assertThat(tag.text("/new_customer_tags/0/expire_time")).isEqualTo("2026-03");
		this.clock.advance(Duration.ofDays(31).minusHours(16).minusSeconds(1));
		assertThat(value()).isEqualTo("Y");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(value()).isEqualTo("N");
	}

	@Test
	void leavesOutWhoIsNotTheCallers() {
		UUID foreign = customerOf(partner(), AssociationType.RESALE);
		Partner reseller = resellerOf(this.partner);
		List<Object> asked = List.of(foreign, this.customer, Ids.next(), "CS17", "");
		assertThat(size(Map.of("customer_ids", asked))).isOne();
		assertThat(size(Map.of("customer_ids", List.of(foreign)))).isZero();
		assertThat(size(Map.of("customer_ids", asked, "indirect_partner_id", reseller.id()))).isZero();
		this.client.as(this.partner.key())
			.post(PATH, Map.of("indirect_partner_id", resellerOf(distributor()).id()))
			.refused(400, "CBC.99000037");
		this.client.as(reseller.key()).post(PATH, Map.of()).refused(403, "CBC.0151");
	}

	@Test
	@Tag("X-09")
	void pagesUpToTwoHundred() {
		customerOf(this.partner, AssociationType.ADVISORY);
		assertThat(size(Map.of())).isEqualTo(2);
		assertThat(size(Map.of("customer_ids", List.of(), "limit", 200))).isEqualTo(2);
		assertThat(size(Map.of("limit", 1))).isOne();
		assertThat(size(Map.of("offset", 1))).isOne();
		assertThat(size(Map.of("offset", Integer.MAX_VALUE))).isZero();
		assertThat(size(Map.of("customer_ids", List.of("x".repeat(64))))).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"limit\":0}", "{\"limit\":201}", "{\"offset\":-1}", "{\"customer_ids\":[null]}",
			"{\"customer_ids\":\"a\"}",
			"{\"customer_ids\":[\"12345678901234567890123456789012345678901234567890123456789012345\"]}" })
	void refusesBadRequests(String body) {
		this.client.as(this.partner.key()).post(PATH, body).refused(400, "CBC.0100");
	}

	@Test
	void refusesTooManyIds() {
		UUID[] ids = new UUID[1_001];
		Arrays.setAll(ids, (index) -> this.customer);
		this.client.as(this.partner.key()).post(PATH, Map.of("customer_ids", ids)).refused(400, "CBC.0100");
	}

	private void tell(Map<String, Object> more) {
		Map<String, Object> news = new HashMap<>(more);
		news.put("accountName", this.account);
		news.put("asOf", "2026-03-01T00:00:00Z");
		this.client.as(Caller.vendor("feed"))
			.post("/api/v1/vendor/customer-facts", Map.of("facts", List.of(news)))
			.expect(200);
	}

	private String value() {
		return tags(Map.of()).json().at("/new_customer_tags/0/new_customer_tag").asString();
	}

	private int size(Map<String, Object> query) {
		return tags(query).json().at("/new_customer_tags").size();
	}

	private Answer tags(Map<String, Object> query) {
		return this.client.as(this.partner.key()).post(PATH, query).expect(200);
	}

}
