package io.partnerhub.customer.subcustomer;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SubCustomersTests extends CustomerScenario {

	private static final String PATH = "/v2/partners/sub-customers";

	@Test
	@Tag("INV-11")
	void createsAResaleCustomerAssociatedAtOnce() {
		Partner partner = partner();
		Answer created = create(partner.key(), Map.of("domain_name", "shop-" + digits())).expect(200);
		CustomerAssociated event = this.announced.next(CustomerAssociated.class).getFirst();
		assertThat(event.customerId()).hasToString(created.text("/domain_id"));
		assertThat(event.associationType()).isEqualTo(AssociationType.RESALE);
		assertThat(event.accountName()).isEqualTo(created.text("/domain_name"));
		Answer listed = query(partner.key(), Map.of()).expect(200);
		assertThat(listed.json().at("/count").asInt()).isEqualTo(1);
		assertThat(listed.text("/customer_infos/0/customer_id")).isEqualTo(created.text("/domain_id"));
		assertThat(listed.text("/customer_infos/0/association_type")).isEqualTo("2");
		assertThat(listed.text("/customer_infos/0/associated_on")).isEqualTo("2026-03-01T08:00:00Z");
	}

	@Test
	@Tag("INV-11")
	void createsAnAdvisoryCustomerWithAGeneratedName() {
		Partner partner = partner();
		Answer created = create(partner.key(), Map.of("cooperation_type", "1", "domain_name", "")).expect(200);
		assertThat(created.text("/domain_name")).hasSize(32);
		assertThat(this.announced.next(CustomerAssociated.class).getFirst().associationType())
			.isEqualTo(AssociationType.ADVISORY);
	}

	@Test
	@Tag("INV-11")
	void keepsNoPassword() {
		String password = "Secret-" + digits();
		create(partner().key(), Map.of("password", password)).expect(200);
		assertThat(this.jdbc.sql("select string_agg(c::text, ' ') from customer c").query(String.class).single())
			.doesNotContain(password);
	}

	@ParameterizedTest
	@Tag("INV-11")
	@CsvSource({ "domain_name, 1shop, CBC.99000031", "password, abcdef, CBC.99000036", "password, '', CBC.0100",
			"verification_code, '', CBC.0100", "mobile_phone, 12345, CBC.5017", "xaccount_id, '', CBC.0100",
			"xaccount_type, '', CBC.0100", "indirect_partner_id, nobody, CBC.99000037",
			"is_close_market_ms, maybe, CBC.0100" })
	void refusesBadInputWithTheVendorsCodes(String field, String value, String code) {
		Partner partner = partner();
		create(partner.key(), Map.of(field, value)).refused(400, code);
		assertThat(this.announced.next()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "[]", "{}", "{\"xaccount_id\":[]}" })
	void refusesBadBodies(String body) {
		this.client.as(partner().key()).post(PATH, body).refused(400, "CBC.0100");
	}

	@Test
	void ignoresUnknownFieldsOnThisFace() {
		create(partner().key(), Map.of("shoe_size", 42)).expect(200);
	}

	@Test
	void refusesATakenNameAndATakenIdentity() {
		String name = "shop-" + digits();
		Map<String, Object> first = Map.of("domain_name", name, "xaccount_id", "x-" + name);
		create(partner().key(), first).expect(200);
		create(partner().key(), Map.of("domain_name", name.toUpperCase(java.util.Locale.ROOT))).refused(400,
				"CBC.99000038");
		create(partner().key(), Map.of("xaccount_id", "x-" + name)).refused(400, "CBC.99000039");
		create(partner().key(), Map.of("xaccount_id", "x-" + name, "xaccount_type", "OTHER")).expect(200);
	}

	@Test
	void createsOneOfManyEqualOnes() throws Exception {
		Partner partner = partner();
		Map<String, Object> same = Map.of("xaccount_id", "same-" + digits());
		List<Answer> answers = atOnce(IntStream.range(0, 5)
			.<Callable<Answer>>mapToObj((number) -> () -> create(partner.key(), same))
			.toList());
		assertThat(answers).filteredOn((answer) -> answer.status() == 200).hasSize(1);
		assertThat(answers).filteredOn((answer) -> answer.status() != 200)
			.allSatisfy((answer) -> answer.refused(400, "CBC.99000039"));
		assertThat(this.announced.next()).hasSize(1);
	}

	@Test
	@Tag("INV-09")
	void refusesResaleCustomersToAFrozenPartner() {
		Partner partner = partner();
		this.hears.event(partner.became(PartnerStatus.FROZEN));
		create(partner.key(), Map.of()).refused(400, "CBC.50010086");
		create(partner.key(), Map.of("cooperation_type", "1")).expect(200);
	}

	@Test
	void actsForAResellerOfOnesOwnOnly() {
		Partner distributor = distributor();
		Partner reseller = resellerOf(distributor);
		Partner foreign = resellerOf(distributor());
		create(distributor.key(), Map.of("indirect_partner_id", foreign.id())).refused(400, "CBC.99000037");
		create(distributor.key(), Map.of("indirect_partner_id", distributor.id())).refused(400, "CBC.99000037");
		create(distributor.key(), Map.of("indirect_partner_id", reseller.id())).expect(200);
		assertThat(this.announced.next(CustomerAssociated.class).getFirst().ownerPartnerId()).isEqualTo(reseller.id());
		assertThat(count(query(distributor.key(), Map.of()))).isZero();
		assertThat(count(query(distributor.key(), Map.of("indirect_partner_id", reseller.id())))).isEqualTo(1);
		query(distributor.key(), Map.of("indirect_partner_id", foreign.id())).refused(400, "CBC.99000037");
	}

	@Test
	void refusesWhoMayNot() {
		Partner distributor = distributor();
		Partner reseller = resellerOf(distributor);
		create(reseller.key(), Map.of()).refused(403, "CBC.0151");
		query(reseller.key(), Map.of()).refused(403, "CBC.0151");
		create(distributor.finance(), Map.of()).refused(403, "CBC.0151");
		create(Caller.customer("li", Ids.next()), Map.of()).refused(403, "CBC.0151");
		query(Caller.customer("li", Ids.next()), Map.of()).refused(403, "CBC.0151");
		this.client.asNobody().post(PATH, Map.of()).refused(401, "CBC.0154");
	}

	@Test
	void filtersTheList() {
		Partner partner = partner();
		String name = "shop-" + digits();
		UUID first = UUID.fromString(create(partner.key(), Map.of("domain_name", name)).text("/domain_id"));
		this.clock.advance(Duration.ofHours(1));
		String mobile = mobile();
		create(partner.key(), Map.of("cooperation_type", "1", "mobile_phone", mobile, "verification_code",
				codeFor(partner.key(), mobile)))
			.expect(200);
		assertThat(count(
				query(partner.key(), Map.of("account_name", name.substring(2).toUpperCase(java.util.Locale.ROOT)))))
			.isEqualTo(1);
		assertThat(count(query(partner.key(), Map.of("account_name", "")))).isEqualTo(2);
		assertThat(count(query(partner.key(), Map.of("account_name", "%")))).isZero();
		assertThat(count(query(partner.key(), Map.of("customer_id", first)))).isEqualTo(1);
		assertThat(count(query(partner.key(), Map.of("customer_id", "CS17")))).isZero();
		assertThat(count(query(partner.key(), Map.of("associated_on_begin", "2026-03-01T08:00:00Z")))).isEqualTo(1);
		assertThat(count(query(partner.key(), Map.of("associated_on_end", "2026-03-01T08:00:00Z")))).isZero();
		Answer advisory = query(partner.key(), Map.of("association_type", "1"));
		assertThat(advisory.text("/customer_infos/0/telephone")).isEqualTo(mobile);
		assertThat(advisory.text("/customer_infos/0/country_code")).isEqualTo("0086");
		Answer second = query(partner.key(), Map.of("offset", 1, "limit", 1));
		assertThat(second.text("/customer_infos/0/customer_id")).isEqualTo(first.toString());
		assertThat(count(second)).isEqualTo(2);
	}

	@Test
	@Tag("X-10")
	void findsTextsAnywhereAndLabelsInTheirCase() {
		Partner partner = partner();
		UUID id = UUID.fromString(create(partner.key(), Map.of("domain_name", "shop-" + digits())).text("/domain_id"));
		create(partner.key(), Map.of()).expect(200);
		this.client.as(partner.admin())
			.with("If-Match", "\"1\"")
			.put("/api/v1/customers/" + id + "/label", Map.of("label", "Key 客户 50%"))
			.expect(200);
		for (String label : List.of("Key 客户 50%", "客户", "y 客", "%", "K")) {
			Answer found = query(partner.key(), Map.of("label", label));
			assertThat(count(found)).as(label).isOne();
			assertThat(found.text("/customer_infos/0/label")).isEqualTo("Key 客户 50%");
		}
		assertThat(count(query(partner.key(), Map.of("label", "key")))).isZero();
		assertThat(count(query(partner.key(), Map.of("label", "_")))).isZero();
		assertThat(count(query(partner.key(), Map.of("label", "")))).isEqualTo(2);
		assertThat(count(query(partner.key(), Map.of("account_name", "HOP-", "label", "Key")))).isOne();
		assertThat(count(query(partner.key(), Map.of("customer", "云岭")))).isZero();
		accept(somebody(), invite(partner.admin(), AssociationType.RESALE)).expect(201);
		assertThat(count(query(partner.key(), Map.of("customer", "岭科技")))).isOne();
		assertThat(count(query(partner.key(), Map.of("customer", "岭")))).isOne();
	}

	@Test
	@Tag("X-09")
	void countsAllWhateverThePage() {
		Partner partner = partner();
		create(partner.key(), Map.of()).expect(200);
		for (int offset : List.of(1, 40_000_000)) {
			Answer beyond = query(partner.key(), Map.of("offset", offset, "limit", 100));
			assertThat(count(beyond)).isOne();
			assertThat(beyond.json().at("/customer_infos")).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource({ "limit, 0", "limit, 101", "offset, -1", "offset, 40000001", "association_type, 3",
			"associated_on_begin, ''", "associated_on_end, 2026-03-01", "associated_on_end, 2026-13-01T08:00:00Z" })
	void refusesBadFilters(String field, String value) {
		query(partner().key(), Map.of(field, value)).refused(400, "CBC.0100");
	}

	@Test
	void tellsWhetherALoginNameIsFree() {
		Partner partner = partner();
		String name = "shop-" + digits();
		assertThat(check(partner, "name", name).text("/check_result")).isEqualTo("available");
		create(partner.key(), Map.of("domain_name", name)).expect(200);
		assertThat(check(partner, "name", name.toUpperCase(java.util.Locale.ROOT)).text("/check_result"))
			.isEqualTo("used_by_user");
		assertThat(check(partner, "mobile", "0086-13800000000").text("/check_result")).isEqualTo("available");
		assertThat(check(partner, "email", "li@x.example").text("/check_result")).isEqualTo("available");
	}

	@ParameterizedTest
	@CsvSource({ "name, op_shop", "name, _shop1", "name, shop", "mobile, 13800000000", "email, nobody", "shoe, 42",
			"name, ''" })
	void refusesToCheckWhatIsMalformed(String type, String value) {
		check(partner(), type, value).refused(400, "CBC.0100");
	}

	@Test
	@Tag("INV-12")
	void registersAMobileNumberWithTheCodeSentToIt() {
		Partner partner = partner();
		String mobile = mobile();
		String code = codeFor(partner.key(), mobile);
		create(partner.key(), withCode(mobile, wrong(code))).refused(400, "CBC.99004010");
		create(partner.key(), Map.of("mobile_phone", mobile)).refused(400, "CBC.99004010");
		create(partner().key(), withCode(mobile, code)).refused(400, "CBC.99004010");
		create(partner.key(), withCode(mobile(), code)).refused(400, "CBC.99004010");
		create(partner.key(), withCode("0086-" + mobile, code)).expect(200);
		create(partner.key(), withCode(mobile, code)).refused(400, "CBC.99004010");
		create(partner.key(), Map.of("mobile_phone", "")).expect(200);
	}

	@Test
	@Tag("INV-12")
	void keepsTheCodeWhenTheRegistrationFails() {
		Partner partner = partner();
		String mobile = mobile();
		Map<String, Object> body = new HashMap<>(withCode(mobile, codeFor(partner.key(), mobile)));
		body.put("password", "abcdef");
		create(partner.key(), body).refused(400, "CBC.99000036");
		body.remove("password");
		create(partner.key(), body).expect(200);
	}

	@Test
	@Tag("INV-12")
	void endsACodeWithTheThirdWrongTry() {
		Partner partner = partner();
		String mobile = mobile();
		String code = codeFor(partner.key(), mobile);
		create(partner.key(), withCode(mobile, wrong(code))).refused(400, "CBC.99004010");
		create(partner.key(), withCode(mobile, "no digits")).refused(400, "CBC.99004010");
		create(partner.key(), withCode(mobile, wrong(code))).refused(400, "CBC.99004009");
		create(partner.key(), withCode(mobile, code)).refused(400, "CBC.99004009");
		assertThat(this.announced.next(CustomerAssociated.class)).isEmpty();
	}

	@Test
	@Tag("INV-12")
	void refusesACodeAfterTenMinutes() {
		Partner partner = partner();
		String mobile = mobile();
		String code = codeFor(partner.key(), mobile);
		this.clock.advance(Duration.ofMinutes(10));
		create(partner.key(), withCode(mobile, code)).refused(400, "CBC.99004008");
	}

	@Test
	@Tag("INV-12")
	void registersOnceThoughTheCodeIsSentTwiceAtOnce() throws Exception {
		Partner partner = partner();
		String mobile = mobile();
		Map<String, Object> body = withCode(mobile, codeFor(partner.key(), mobile));
		List<Answer> answers = atOnce(IntStream.range(0, 5)
			.<Callable<Answer>>mapToObj((number) -> () -> create(partner.key(), body))
			.toList());
		assertThat(answers).filteredOn((answer) -> answer.status() == 200).hasSize(1);
		assertThat(answers).filteredOn((answer) -> answer.status() != 200)
			.allSatisfy((answer) -> answer.refused(400, "CBC.99004010"));
	}

	@Test
	@Tag("INV-11")
	void registersFiveAccountsWithOneMobileNumber() {
		Partner partner = partner();
		String mobile = mobile();
		for (int number = 0; number < 5; number++) {
			assertThat(check(partner, "mobile", "0086-" + mobile).text("/check_result")).isEqualTo("available");
			create(partner.key(), withCode(mobile, codeFor(partner.key(), mobile))).expect(200);
		}
		assertThat(check(partner, "mobile", "0086-" + mobile).text("/check_result")).isEqualTo("used_by_user");
		create(partner.key(), withCode(mobile, codeFor(partner.key(), mobile))).refused(400, "CBC.99000030");
	}

	private static Map<String, Object> withCode(String mobile, String code) {
		return Map.of("mobile_phone", mobile, "verification_code", code);
	}

	private static String wrong(String code) {
		return code.equals("000000") ? "111111" : "000000";
	}

	private Answer create(Caller caller, Map<String, Object> fields) {
		Map<String, Object> body = new HashMap<>(Map.of("xaccount_id", Ids.next(), "xaccount_type", "SHOP"));
		body.putAll(fields);
		return this.client.as(caller).post(PATH, body);
	}

	private Answer query(Caller caller, Map<String, Object> filters) {
		return this.client.as(caller).post(PATH + "/query", filters);
	}

	private Answer check(Partner partner, String type, String value) {
		return this.client.as(partner.key())
			.post(PATH + "/users/check-identity", Map.of("search_type", type, "search_value", value));
	}

	private static int count(Answer answer) {
		return answer.expect(200).json().at("/count").asInt();
	}

	private static String digits() {
		return Ids.next().toString().substring(24);
	}

}
