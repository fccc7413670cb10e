package io.partnerhub.customer.association;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent;
import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.customer.Partner;
import io.partnerhub.customer.fact.Flag;
import io.partnerhub.customer.partner.KnownPartners;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Checks before every link (ASC-01 to ASC-04). */
class AssociationChecksTests extends AssociationScenario {

	@Autowired
	private MessageSource messages;

	@Autowired
	private Associations associations;

	@Autowired
	private KnownPartners partners;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	@Tag("ASC-04")
	void refusesAnAcceptanceWithEverythingThatStandsInTheWay() {
		Caller somebody = somebody();
		told(somebody.subject(), yes(Flag.ARREARS, Flag.STORED_VALUE_CARD));
		String token = invite(partner().admin(), AssociationType.RESALE);
		this.announced.next();
		Answer refused = accept(somebody, token).refused(409, "ASSOCIATION_CHECK_FAILED");
		assertThat(codes(refused, "FAILED")).containsExactly("IS_DEBT", "STORED_VALUE_CARD");
		assertThat(refused.json().at("/checks")).hasSize(2);
		assertThat(refused.json().at("/fail_check_items").toString()).isEqualTo("[\"IS_DEBT\",\"STORED_VALUE_CARD\"]");
		assertThat(refused.text("/checks/0/remedy")).contains("arrears");
		assertThat(this.announced.next()).isEmpty();
		assertThat(links(somebody)).isZero();
		told(somebody.subject(), Map.of("flags", Map.of("ARREARS", false, "STORED_VALUE_CARD", false)));
		accept(somebody, token).expect(201);
	}

	@Test
	@Tag("ASC-03")
	@Tag("ASC-06")
	void takesAsAdvisoryWhomResaleExcludes() {
		Caller somebody = somebody();
		told(somebody.subject(), yes(Flag.STORED_VALUE_CARD, Flag.CREDIT_ACCOUNT));
		accept(somebody, invite(partner().admin(), AssociationType.RESALE)).refused(409, "ASSOCIATION_CHECK_FAILED");
		accept(somebody, invite(partner().admin(), AssociationType.ADVISORY)).expect(201);
	}

	@Test
	@Tag("ASC-02")
	void takesAnOldAccountThatWasPreRegistered() {
		Caller somebody = somebody();
		told(somebody.subject(),
				Map.of("registeredAt", "2020-01-01T00:00:00Z", "flags", Map.of("CASH_CONSUMPTION", true)));
		accept(somebody, invite(partner().admin(), AssociationType.RESALE)).expect(201);
	}

	@Test
	@Tag("ASC-01")
	void refusesASecondPartner() {
		Partner second = partner();
		UUID customer = customerOf(partner(), AssociationType.RESALE);
		Answer refused = accept(Caller.customer("li", customer), invite(second.admin(), AssociationType.ADVISORY))
			.refused(409, "ASSOCIATION_CHECK_FAILED");
		assertThat(codes(refused, "FAILED")).containsExactly("ALREADY_ASSOCIATED");
		assertThat(refused.text("/checks/0/remedy")).contains("present partner");
	}

	@Test
	@Tag("ASC-01")
	@Tag("I-27")
	void letsOneOfTwoPartnersWinAKnownCustomer() throws Exception {
		Caller he = Caller.customer("li", formerCustomer());
		List<String> tokens = Stream.of(partner(), partner())
			.map((partner) -> invite(partner.admin(), AssociationType.RESALE))
			.toList();
		this.announced.next();
		List<Answer> answers = atOnce(
				tokens.stream().<Callable<Answer>>map((token) -> () -> accept(he, token)).toList());
		assertThat(answers).filteredOn((answer) -> answer.status() == 201).hasSize(1);
		assertThat(answers).filteredOn((answer) -> answer.status() != 201)
			.singleElement()
			.satisfies((answer) -> assertThat(codes(answer.refused(409, "ASSOCIATION_CHECK_FAILED"), "FAILED"))
				.containsExactly("ALREADY_ASSOCIATED"));
		assertThat(this.announced.next(CustomerAssociated.class)).singleElement()
			.extracting(CustomerAssociated::epoch)
			.isEqualTo(2);
	}

	@Test
	@Tag("ASC-02")
	void refusesWhomAnotherPartnerHasPreRegistered() {
		Partner rival = partner();
		String email = address();
		String reserved = preRegister(rival.admin(), email);
		String subject = Ids.next().toString();
		Caller somebody = Caller.identity("user-" + subject, "https://id.example", subject,
				email.toUpperCase(java.util.Locale.ROOT));
		String token = invite(partner().admin(), AssociationType.ADVISORY);
		Answer refused = accept(somebody, token).refused(409, "ASSOCIATION_CHECK_FAILED");
		assertThat(codes(refused, "FAILED")).containsExactly("PRE_REGISTERED_ELSEWHERE");
		this.client.as(rival.admin()).delete("/api/v1/pre-registrations/" + reserved).expect(204);
		accept(somebody, token).expect(201);
	}

	@Test
	@Tag("ASC-02")
	void knowsWhomAnotherPartnerHasPreRegisteredByHisAccount() {
		Caller somebody = somebody();
		String reserved = preRegister(partner().admin(), address());
		this.jdbc.sql("update pre_registration set existing_account_name = :name where id = :id")
			.param("name", somebody.subject().toUpperCase(java.util.Locale.ROOT))
			.param("id", UUID.fromString(reserved))
			.update();
		this.clock.advance(Duration.ofDays(15).minusSeconds(1));
		String token = invite(partner().admin(), AssociationType.RESALE);
		Answer refused = accept(somebody, token).refused(409, "ASSOCIATION_CHECK_FAILED");
		assertThat(codes(refused, "FAILED")).containsExactly("PRE_REGISTERED_ELSEWHERE");
		this.clock.advance(Duration.ofSeconds(1));
		accept(somebody, token).expect(201);
	}

	@Test
	@Tag("ASC-04")
	void asksBillingAboutKnownCustomersAndCountsItsAnswer() {
		UUID customer = formerCustomer();
		Partner partner = partner();
		String token = invite(partner.admin(), AssociationType.RESALE);
		billing.finds("IS_CREDIT_ACCOUNT", "credit", "500.00");
		told(accountOf(customer), yes(Flag.OWED_INVOICE));
		Answer refused = accept(Caller.customer("li", customer), token).refused(409, "ASSOCIATION_CHECK_FAILED");
		assertThat(codes(refused, "FAILED")).containsExactly("OWED_INVOICE", "IS_CREDIT_ACCOUNT");
		assertThat(refused.text("/checks/1/facts/credit")).isEqualTo("500.00");
		assertThat(billing.lastRequest()).contains("customerId=" + customer, "partnerId=" + partner.id(), "Bearer ");
	}

	@Test
	@Tag("ASC-04")
	void linksNobodyItCannotCheck() {
		UUID customer = formerCustomer();
		Caller he = Caller.customer("li", customer);
		String token = invite(partner().admin(), AssociationType.RESALE);
		billing.isDown();
		Answer refused = accept(he, token).refused(503, "SERVICE_UNREACHABLE");
		assertThat(refused.header("Retry-After")).isNotNull();
		assertThat(codes(refused, "UNKNOWN")).contains("BILLING_UNREACHABLE");
		assertThat(links(customer)).isZero();
		Answer seen = this.client.as(he).get(byToken(token)).expect(200);
		assertThat(seen.json().at("/associable").asBoolean()).isFalse();
		assertThat(codes(seen, "UNKNOWN")).contains("BILLING_UNREACHABLE");
		accept(somebody(), invite(partner().admin(), AssociationType.RESALE)).expect(201);
		billing.passes();
		accept(he, token).expect(201);
	}

	@Test
	void holdsNoRowWhileItWaitsForBilling() {
		UUID customer = formerCustomer();
		Partner partner = partner();
		String token = invite(partner.admin(), AssociationType.RESALE);
		AtomicInteger free = new AtomicInteger();
		billing.meanwhile(() -> Stream
			.of("invitation where owner_partner_id", "pre_registration where owner_partner_id",
					"known_partner where owner_partner_id")
			.forEach((rows) -> free.addAndGet(this.jdbc.sql("select 1 from " + rows + " = :id for update nowait")
				.param("id", partner.id())
				.query()
				.listOfRows()
				.size())));
		accept(Caller.customer("li", customer), token).expect(201);
		assertThat(free).hasValue(3);
	}

	@Test
	@Tag("INV-06")
	@Tag("ASC-02")
	void hasTheLastWordOnAnOldAccountWithoutPreRegistration() {
		UUID customer = formerCustomer();
		told(accountOf(customer), Map.of("registeredAt", "2020-01-01T00:00:00Z"));
		Partner partner = partner();
		NewLink link = new NewLink(this.partners.get(partner.id()), customer, "Li", "li", AssociationType.RESALE, null,
				null, null, null, null);
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> this.transaction.execute((status) -> this.associations.begin(link)))
			.satisfies((problem) -> assertThat(problem.facts()).containsEntry("fail_check_items",
					List.of("ACCOUNT_TOO_OLD")));
		assertThat(links(customer)).isZero();
	}

	@Test
	@Tag("CUS-02")
	void keepsWithTheLinkWhatNobodyCouldTell() {
		Caller somebody = somebody();
		told(somebody.subject(), Map.of("flags", Map.of("ARREARS", false)));
		Partner partner = partner();
		accept(somebody, invite(partner.admin(), AssociationType.ADVISORY)).expect(201);
		Answer records = this.client.as(partner.admin()).get("/api/v1/association-records").expect(200);
		assertThat(records.json().at("/items/0/unknownChecks").valueStream().map((code) -> code.asString()))
			.contains("OTHER_SITE", "SPECIAL_CONTRACT")
			.doesNotContain("IS_DEBT", "ACCOUNT_TOO_OLD", "CASH_CONSUMPTION", "OWED_INVOICE");
	}

	/** Else a partner would make somebody's account his customer, and read its facts. */
	@Test
	@Tag("INV-11")
	@Tag("CUS-02")
	void makesNoAccountOfANameThatTheVendorKnows() {
		Partner partner = partner();
		String name = "shop-" + Ids.next().toString().substring(24);
		told(name, Map.of("customerLevel", "V3"));
		Map<String, Object> body = Map.of("domain_name", name, "xaccount_id", Ids.next(), "xaccount_type", "SHOP");
		this.client.as(partner.key()).post("/v2/partners/sub-customers", body).refused(400, "CBC.99000038");
		assertThat(this.client.as(partner.key())
			.post("/v2/partners/sub-customers/users/check-identity",
					Map.of("search_type", "name", "search_value", name))
			.text("/check_result")).isEqualTo("used_by_user");
		assertThat(this.announced.next(CustomerEvent.class)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(AssociationType.class)
	@Tag("ASC-04")
	void knowsARemedyForEveryCheck(AssociationType type) {
		assertThat(AssociationRules.codes(type)).allSatisfy((code) -> {
			String english = this.messages.getMessage("remedy." + code, null, java.util.Locale.ENGLISH);
			assertThat(this.messages.getMessage("remedy." + code, null, java.util.Locale.CHINA)).isNotEqualTo(english);
		});
	}

	static String byToken(String token) {
		return "/api/v1/invitations/by-token/" + token + "/association-checks";
	}

	private int links(Caller somebody) {
		return this.jdbc.sql(
				"select count(*) from association a join customer c on c.id = a.customer_id where c.account_name = :name")
			.param("name", somebody.subject())
			.query(Integer.class)
			.single();
	}

	private int links(UUID customer) {
		return this.jdbc.sql("select count(*) from association where customer_id = :id and ended_at is null")
			.param("id", customer)
			.query(Integer.class)
			.single();
	}

}
