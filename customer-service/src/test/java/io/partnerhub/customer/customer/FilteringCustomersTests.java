package io.partnerhub.customer.customer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.Amount;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.BillingEvent.CustomerArrearsChanged;
import io.partnerhub.contracts.Role;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The filters of 4.9. */
class FilteringCustomersTests extends CustomerScenario {

	private static final String PATH = "/api/v1/customers";

	private Partner partner;

	private final String mobile = mobile();

	private String shop;

	private UUID resale;

	private UUID advisory;

	@BeforeEach
	void twoCustomers() {
		this.partner = partner();
		this.shop = "Shop_" + Ids.next().toString().substring(24);
		this.resale = UUID.fromString(create(Map.of("domain_name", this.shop, "mobile_phone", this.mobile)));
		this.clock.advance(Duration.ofHours(1));
		this.advisory = UUID.fromString(create(Map.of("cooperation_type", "1")));
	}

	@Test
	@Tag("X-10")
	void findsTheBeginningOfATextInAnyCase() {
		assertThat(found("accountName", this.shop.substring(0, 7).toUpperCase(Locale.ROOT)))
			.containsExactly(this.resale);
		assertThat(found("accountName", this.shop.substring(1))).isEmpty();
		assertThat(found("accountName", "shop%")).isEmpty();
		assertThat(found("accountName", "shop-")).isEmpty();
		assertThat(found("accountName", "\\")).isEmpty();
	}

	@Test
	@Tag("X-10")
	void findsThreeCharactersAnywhere() {
		assertThat(found("accountNameContains", "OP_")).containsExactly(this.resale);
		assertThat(found("accountNameContains", this.shop)).containsExactly(this.resale);
		assertThat(found("accountNameContains", "op%")).isEmpty();
		refused("accountNameContains", "op");
	}

	@Test
	@Tag("X-10")
	void findsChineseNames() {
		UUID known = accepted(this.partner.admin());
		assertThat(found("customerName", "云")).containsExactly(known);
		assertThat(found("customerName", "岭科技")).isEmpty();
		assertThat(found("customerNameContains", "科技有")).containsExactly(known);
		assertThat(found("customerNameContains", "技科有")).isEmpty();
		assertThat(found("customerNameContains", "有限公司")).containsExactly(known);
		refused("customerNameContains", "科技");
		assertThat(list(this.partner.admin(), "?customerNameContains=%F0%A0%AE%B7%E9%87%8E%E5%AE%B6")).isEmpty();
	}

	@Test
	void findsAddressesHoweverTheyAreSpelt() {
		for (String spelling : List.of(this.mobile, "+86 " + this.mobile, "0086" + this.mobile,
				this.mobile.substring(0, 3) + "-" + this.mobile.substring(3))) {
			assertThat(found("mobile", spelling)).as(spelling).containsExactly(this.resale);
		}
		assertThat(found("mobile", mobile())).isEmpty();
		refused("mobile", "5678");
		Caller somebody = somebody();
		String email = address();
		String id = preRegister(this.partner.admin(), email);
		this.client.as(this.partner.admin()).post("/api/v1/invitations", wish(id, AssociationType.RESALE)).expect(201);
		String token = mailbox.of(email, 1).getFirst().token();
		UUID invited = UUID.fromString(accept(somebody, token).expect(201).text("/customerId"));
		assertThat(found("email", email.toUpperCase(Locale.ROOT))).containsExactly(invited);
		assertThat(found("email", email.substring(1))).isEmpty();
	}

	@Test
	void filtersByTypeIdAndTime() {
		assertThat(found("associationType", "ADVISORY")).containsExactly(this.advisory);
		assertThat(found("customerId", this.resale.toString())).containsExactly(this.resale);
		assertThat(found("customerId", Ids.next().toString())).isEmpty();
		assertThat(found("associatedFrom", "2026-03-01T08:00:00Z")).containsExactly(this.advisory, this.resale);
		assertThat(found("associatedFrom", "2026-03-01T08:00:00.001Z")).containsExactly(this.advisory);
		assertThat(found("associatedTo", "2026-03-01T09:00:00Z")).containsExactly(this.resale);
		assertThat(found("associatedTo", "2026-03-01T09:00:00.001Z")).containsExactly(this.advisory, this.resale);
		assertThat(list(this.partner.admin(),
				"?associationType=RESALE&accountName=shop&associatedFrom=2026-03-01T08:00:00Z&mobile=" + this.mobile))
			.containsExactly(this.resale);
		assertThat(list(this.partner.admin(), "?associationType=ADVISORY&accountName=shop")).isEmpty();
	}

	@Test
	void filtersByAccountManager() {
		UUID manager = Ids.next();
		UUID his = accepted(this.partner.manager(manager));
		assertThat(found("accountManagerId", manager.toString())).containsExactly(his);
		assertThat(found("unassigned", "true")).containsExactly(this.advisory, this.resale);
		refused("unassigned", "false");
	}

	@Test
	void filtersByFreezing() {
		assertThat(found("frozen", "NO")).containsExactly(this.advisory, this.resale);
		assertThat(found("frozen", "ACCOUNT")).isEmpty();
		refused("frozen", "1");
	}

	@Test
	@Tag("CUS-02")
	void filtersByWhatTheVendorTold() {
		String account = this.shop;
		assertThat(found("minMonthExpenditure", "0")).isEmpty();
		tell(account, "2026-02-28T16:00:00Z", Map.of("monthExpenditure", money("100.00"), "resourcesExpireAt",
				"2026-04-01T00:00:00Z", "customerLevel", "V2", "verifiedStatus", 2));
		assertThat(found("minMonthExpenditure", "100")).containsExactly(this.resale);
		assertThat(found("minMonthExpenditure", "100.01")).isEmpty();
		assertThat(found("maxMonthExpenditure", "100.00")).containsExactly(this.resale);
		assertThat(found("maxMonthExpenditure", "99.99")).isEmpty();
		assertThat(found("resourcesExpireBefore", "2026-04-01T00:00:00Z")).isEmpty();
		assertThat(found("resourcesExpireBefore", "2026-04-01T00:00:01Z")).containsExactly(this.resale);
		Answer view = view(this.resale);
		assertThat(view.text("/monthExpenditure/amount")).isEqualTo("100.00");
		assertThat(view.text("/customerLevel")).isEqualTo("V2");
		assertThat(view.json().at("/verifiedStatus").asInt()).isEqualTo(2);
		assertThat(view.text("/resourcesExpireAt")).isEqualTo("2026-04-01T00:00:00Z");
		assertThat(view(this.advisory).json().has("monthExpenditure")).isFalse();
		refused("minMonthExpenditure", "1.005");
		refused("maxMonthExpenditure", "much");
	}

	@Test
	@Tag("CUS-02")
	void forgetsWhatWasSpentInAnotherMonth() {
		tell(this.shop, "2026-02-28T15:59:59Z", Map.of("monthExpenditure", money("100.00")));
		tell(this.shop, "2026-03-01T00:00:00Z", Map.of("customerLevel", "V1"));
		assertThat(found("minMonthExpenditure", "0")).isEmpty();
		assertThat(view(this.resale).json().has("monthExpenditure")).isFalse();
	}

	@Test
	@Tag("CUS-01")
	void filtersByArrearsOfBilling() {
		assertThat(found("availableQuota", "UNKNOWN")).hasSize(2);
		owes("0.01");
		assertThat(found("availableQuota", "ARREARS")).containsExactly(this.resale);
		assertThat(view(this.resale).text("/arrears/amount")).isEqualTo("0.01");
		assertThat(view(this.resale).text("/availableQuota")).isEqualTo("ARREARS");
		owes("0.00");
		assertThat(found("availableQuota", "ARREARS")).isEmpty();
		assertThat(found("availableQuota", "NO_ARREARS")).containsExactly(this.resale);
	}

	@Test
	@Tag("CUS-01")
	@Tag("CUS-02")
	void knowsArrearsThatOnlyTheVendorKnows() {
		tell(this.shop, "2026-03-01T00:00:00Z", Map.of("flags", Map.of("ARREARS", true)));
		assertThat(found("availableQuota", "ARREARS")).containsExactly(this.resale);
		assertThat(view(this.resale).json().has("arrears")).isFalse();
		tell(this.shop, "2026-03-01T00:00:01Z", Map.of("flags", Map.of("ARREARS", false)));
		assertThat(found("availableQuota", "ARREARS")).isEmpty();
		tell(this.shop, "2026-03-01T00:00:02Z", Map.of("unknown", List.of("ARREARS")));
		assertThat(view(this.resale).text("/availableQuota")).isEqualTo("UNKNOWN");
	}

	@Test
	@Tag("X-09")
	void readsOnWhereThePageEnded() {
		List<UUID> all = new ArrayList<>(List.of(this.resale, this.advisory));
		for (int number = 0; number < 5; number++) {
			all.add(UUID.fromString(create(Map.of())));
		}
		assertThat(readAll("")).containsExactlyInAnyOrderElementsOf(all).endsWith(this.resale);
		all.remove(this.resale);
		assertThat(readAll("&accountName=c")).containsExactlyInAnyOrderElementsOf(all).endsWith(this.advisory);
		String foreign = this.client.as(this.partner.admin()).get(PATH + "?limit=1").text("/nextCursor");
		this.client.as(partner().admin()).get(PATH + "?cursor=" + foreign).refused(400, "INVALID_REQUEST");
	}

	@Test
	@Tag("I-31")
	void filtersInsideTheSight() {
		UUID manager = Ids.next();
		UUID supervisor = Ids.next();
		this.hears.event(this.partner.member(manager, Role.ACCOUNT_MANAGER, supervisor, true));
		UUID his = accepted(this.partner.manager(manager));
		for (Caller caller : List.of(this.partner.manager(manager), this.partner.supervisor(supervisor))) {
			assertThat(list(caller, "?associationType=RESALE")).containsExactly(his);
			assertThat(list(caller, "?accountName=shop")).isEmpty();
			assertThat(list(caller, "?accountNameContains=hop_")).isEmpty();
			assertThat(list(caller, "?customerNameContains=" + encoded("科技有"))).containsExactly(his);
			assertThat(list(caller, "?unassigned=true")).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource({ "customerId, 1", "associatedFrom, yesterday", "associatedTo, 2026-03-01", "availableQuota, arrears",
			"accountManagerId, nobody", "resourcesExpireBefore, soon", "unassigned, maybe" })
	void refusesBadValues(String filter, String value) {
		refused(filter, value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "?customerName=%00", "?label=a%00b", "?customerNameContains=", "?mobile=%20" })
	void refusesTextsThatNoRowHolds(String query) {
		this.client.as(this.partner.admin()).get(PATH + query).refused(400, "INVALID_REQUEST");
	}

	private List<UUID> readAll(String filter) {
		List<UUID> read = new ArrayList<>();
		String cursor = "";
		do {
			Answer page = this.client.as(this.partner.admin()).get(PATH + "?limit=2" + filter + cursor).expect(200);
			read.addAll(ids(page));
			cursor = page.text("/nextCursor").isEmpty() ? "" : "&cursor=" + page.text("/nextCursor");
		}
		while (!cursor.isEmpty());
		return read;
	}

	private String create(Map<String, Object> fields) {
		Map<String, Object> body = new HashMap<>(Map.of("xaccount_id", Ids.next(), "xaccount_type", "SHOP"));
		body.putAll(fields);
		if (fields.get("mobile_phone") instanceof String mobile) {
			body.put("verification_code", codeFor(this.partner.key(), mobile));
		}
		return this.client.as(this.partner.key())
			.post("/v2/partners/sub-customers", body)
			.expect(200)
			.text("/domain_id");
	}

	private UUID accepted(Caller inviter) {
		return UUID
			.fromString(accept(somebody(), invite(inviter, AssociationType.RESALE)).expect(201).text("/customerId"));
	}

	private void tell(String account, String asOf, Map<String, Object> more) {
		Map<String, Object> news = new HashMap<>(more);
		news.put("accountName", account);
		news.put("asOf", asOf);
		this.client.as(Caller.vendor("feed"))
			.post("/api/v1/vendor/customer-facts", Map.of("facts", List.of(news)))
			.expect(200);
	}

	private void owes(String amount) {
		this.hears.event(new CustomerArrearsChanged(this.partner.tenant(), this.partner.id(), this.resale, 1,
				new Amount(amount, "CNY")));
	}

	private Answer view(UUID id) {
		return this.client.as(this.partner.admin()).get(PATH + "/" + id).expect(200);
	}

	private List<UUID> found(String filter, String value) {
		return list(this.partner.admin(), "?" + filter + "=" + encoded(value));
	}

	private void refused(String filter, String value) {
		this.client.as(this.partner.admin())
			.get(PATH + "?" + filter + "=" + encoded(value))
			.refused(400, "INVALID_REQUEST");
	}

	private List<UUID> list(Caller caller, String query) {
		return ids(this.client.as(caller).get(PATH + query).expect(200));
	}

	private static List<UUID> ids(Answer page) {
		return page.json()
			.at("/items")
			.valueStream()
			.map((item) -> UUID.fromString(item.at("/customerId").asString()))
			.toList();
	}

	private static Map<String, String> money(String amount) {
		return Map.of("amount", amount, "currency", "CNY");
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
