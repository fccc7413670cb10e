package io.partnerhub.customer.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.contracts.Role;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Customers who come by an off-line link or QR code (INV-05, INV-06). */
class OfflineAcceptingTests extends CustomerScenario {

	private static final Duration WEEK = Duration.ofDays(7);

	private final UUID manager = Ids.next();

	private Partner partner;

	@BeforeEach
	void known() {
		this.partner = partner();
		this.hears.event(this.partner.member(this.manager, Role.ACCOUNT_MANAGER, null, true));
	}

	@ParameterizedTest
	@EnumSource(AssociationType.class)
	@Tag("INV-05")
	@Tag("ASC-08")
	void givesTheCustomerToTheAccountManagerWhoseTagItIs(AssociationType type) {
		String token = link(this.partner.manager(this.manager), type);
		this.announced.next();
		Caller customer = newcomer();
		Answer accepted = accept(customer, token).expect(201);
		CustomerAssociated event = this.announced.next(CustomerAssociated.class).getFirst();
		assertThat(event.customerId()).hasToString(accepted.text("/customerId"));
		assertThat(event.associationType()).isEqualTo(type);
		assertThat(event.accountManagerId()).isEqualTo(this.manager);
		assertThat(event.accountName()).isEqualTo(customer.subject());
		assertThat(event.preRegistrationId()).isNull();
		this.client.as(this.partner.manager(this.manager)).get("/api/v1/customers/" + event.customerId()).expect(200);
	}

	@Test
	@Tag("ASC-08")
	void givesTheCustomerToNobodyElse() {
		for (Caller creator : List.of(this.partner.admin(), this.partner.key())) {
			this.announced.next();
			accept(newcomer(), link(creator, AssociationType.RESALE)).expect(201);
			assertThat(this.announced.next(CustomerAssociated.class).getFirst().accountManagerId()).isNull();
		}
		String token = link(this.partner.manager(this.manager), AssociationType.RESALE);
		this.hears.event(this.partner.member(this.manager, Role.ACCOUNT_MANAGER, null, false));
		accept(newcomer(), token).expect(201);
		assertThat(this.announced.next(CustomerAssociated.class).getFirst().accountManagerId()).isNull();
	}

	@Test
	@Tag("INV-05")
	@Tag("INV-10")
	void showsTheOfferToAnybodyInHisLanguage() {
		String token = link(this.partner.admin(), AssociationType.RESALE);
		Answer offer = show(token, "").expect(200);
		assertThat(offer.text("/channel")).isEqualTo("OFFLINE_LINK");
		assertThat(offer.text("/partnerName")).isEqualTo(this.partner.name());
		assertThat(offer.text("/invoiceIssuer")).isEqualTo("PARTNER");
		assertThat(offer.json().has("expiresAt")).isFalse();
		assertThat(offer.text("/notice/text")).isEqualTo(Notice.of(AssociationType.RESALE, Language.ZH).text());
		assertThat(show(token, "?language=en").text("/notice/text"))
			.isEqualTo(Notice.of(AssociationType.RESALE, Language.EN).text());
		show(token, "?language=fr").refused(400, "INVALID_REQUEST");
	}

	@Test
	@Tag("INV-05")
	void worksAYearLater() {
		String token = link(this.partner.admin(), AssociationType.RESALE);
		this.clock.advance(Duration.ofDays(366));
		accept(newcomer(), token).expect(201);
	}

	@Test
	@Tag("INV-06")
	void takesAccountsOfTheLastSevenDaysOnly() {
		String token = link(this.partner.admin(), AssociationType.RESALE);
		Instant now = this.clock.instant();
		accept(somebody().withOpenedAt(now.minus(WEEK).plusSeconds(1)), token).expect(201);
		accept(somebody().withOpenedAt(now.minus(WEEK)), token).expect(201);
		this.announced.next();
		Answer refused = accept(somebody().withOpenedAt(now.minus(WEEK).minusSeconds(1)), token).refused(409,
				"CUSTOMER_TOO_OLD_FOR_OFFLINE");
		assertThat(refused.text("/partnerName")).isEqualTo(this.partner.name());
		assertThat(refused.text("/detail")).contains("contact " + this.partner.name());
		assertThat(accept(somebody(), token).refused(409, "CUSTOMER_TOO_OLD_FOR_OFFLINE").text("/accountAge"))
			.isEqualTo("UNKNOWN");
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	@Tag("INV-06")
	void believesTheVendorBeforeTheIdentityProvider() {
		String token = link(this.partner.admin(), AssociationType.RESALE);
		Instant now = this.clock.instant();
		Caller claimsToBeNew = newcomer();
		told(claimsToBeNew.subject(), Map.of("registeredAt", now.minus(Duration.ofDays(30))));
		accept(claimsToBeNew, token).refused(409, "CUSTOMER_TOO_OLD_FOR_OFFLINE");
		Caller isNew = somebody().withOpenedAt(now.minus(Duration.ofDays(30)));
		told(isNew.subject(), Map.of("registeredAt", now.minus(Duration.ofDays(1))));
		accept(isNew, token).expect(201);
	}

	@Test
	@Tag("INV-06")
	void knowsTheAgeOfAccountsMadeByAPlatform() {
		String token = link(this.partner.admin(), AssociationType.RESALE);
		UUID young = unlinked();
		UUID old = unlinked();
		this.clock.advance(WEEK);
		accept(Caller.customer("young", young), token).expect(201);
		this.clock.advance(Duration.ofSeconds(1));
		accept(Caller.customer("old", old), token).refused(409, "CUSTOMER_TOO_OLD_FOR_OFFLINE");
	}

	@Test
	@Tag("INV-06")
	void takesOlderAccountsThePartnerHasPreRegistered() {
		String token = link(this.partner.manager(this.manager), AssociationType.RESALE);
		String email = address();
		String id = preRegister(this.partner.manager(this.manager), email);
		this.client.as(this.partner.manager(this.manager))
			.post("/api/v1/invitations", wish(id, AssociationType.RESALE))
			.expect(201);
		String mailed = mailbox.of(email, 1).getFirst().token();
		String subject = Ids.next().toString();
		Caller old = Caller
			.identity("user-" + subject, "https://id.example", subject, email.toUpperCase(java.util.Locale.ROOT))
			.withOpenedAt(Instant.parse("2020-01-01T00:00:00Z"));
		this.announced.next();
		accept(old, token).expect(201);
		CustomerAssociated event = this.announced.next(CustomerAssociated.class).getFirst();
		assertThat(event.preRegistrationId()).hasToString(id);
		assertThat(event.customerName()).isEqualTo("云岭科技有限公司");
		assertThat(this.client.as(this.partner.admin()).get("/api/v1/pre-registrations/" + id).text("/state"))
			.isEqualTo("ASSOCIATED");
		accept(somebody(), mailed).refused(409, "INVITE_EXPIRED");
	}

	@Test
	@Tag("INV-06")
	void takesNoOlderAccountForAPreRegistrationThatIsOverOrAnothers() {
		String token = link(this.partner.admin(), AssociationType.RESALE);
		String email = address();
		preRegister(partner().admin(), email);
		assertThat(accept(old(email), token).refused(409, "ASSOCIATION_CHECK_FAILED").text("/fail_check_items/0"))
			.isEqualTo("PRE_REGISTERED_ELSEWHERE");
		String mine = address();
		preRegister(this.partner.admin(), mine);
		this.clock.advance(Duration.ofDays(15));
		accept(old(mine), token).refused(409, "CUSTOMER_TOO_OLD_FOR_OFFLINE");
	}

	@Test
	@Tag("INV-06")
	void takesOlderAccountsPreRegisteredByTheirName() {
		String token = link(this.partner.admin(), AssociationType.RESALE);
		Caller customer = old(address());
		Map<String, Object> prospect = new HashMap<>(prospect(address()));
		prospect.put("existingAccountName", customer.subject());
		String id = this.client.as(this.partner.admin())
			.post("/api/v1/pre-registrations", prospect)
			.expect(201)
			.text("/id");
		accept(customer, token).refused(409, "CUSTOMER_TOO_OLD_FOR_OFFLINE");
		this.client.as(Caller.vendor("eco"))
			.post("/api/v1/vendor/pre-registrations/" + id + "/approval", "{}")
			.expect(200);
		accept(customer, token).expect(201);
	}

	@Test
	@Tag("INV-06")
	void takesOlderAccountsPreRegisteredByTheirNumber() {
		String token = link(this.partner.admin(), AssociationType.RESALE);
		Caller customer = old(address());
		String number = mobile();
		String id = this.client.as(this.partner.admin())
			.post("/api/v1/pre-registrations", Map.of("customerName", "Acme", "contactName", "Li", "mobile", number))
			.expect(201)
			.text("/id");
		accept(customer, token).refused(409, "CUSTOMER_TOO_OLD_FOR_OFFLINE");
		told(customer.subject(), Map.of("mobile", number));
		this.announced.next();
		accept(customer, token).expect(201);
		assertThat(this.announced.next(CustomerAssociated.class).getFirst().preRegistrationId()).hasToString(id);
	}

	@Test
	@Tag("INV-06")
	void takesNoOlderAccountForAPreRegistrationOfAnotherAccountOfHis() {
		String token = link(this.partner.admin(), AssociationType.RESALE);
		String email = address();
		String id = preRegister(this.partner.admin(), email);
		this.jdbc.sql("update pre_registration set existing_account_name = :name where id = :id")
			.param("name", "other-" + id)
			.param("id", UUID.fromString(id))
			.update();
		accept(old(email), token).refused(409, "CUSTOMER_TOO_OLD_FOR_OFFLINE");
	}

	@Test
	@Tag("I-30")
	void associatesEachAccountOnceHoweverOftenItComes() throws Exception {
		String token = link(this.partner.admin(), AssociationType.RESALE);
		Caller customer = newcomer();
		this.announced.next();
		List<Answer> answers = atOnce(
				IntStream.range(0, 5).<Callable<Answer>>mapToObj((number) -> () -> accept(customer, token)).toList());
		assertThat(answers).filteredOn((answer) -> answer.status() == 201).hasSize(1);
		assertThat(answers).filteredOn((answer) -> answer.status() != 201).allSatisfy((answer) -> answer.expect(409));
		assertThat(this.announced.next(CustomerAssociated.class)).hasSize(1);
		accept(customer, token).refused(409, "INVITE_USED");
		accept(newcomer(), token).expect(201);
	}

	@Test
	@Tag("I-30")
	void bringsNobodyBackByTheSameLink() {
		String token = link(this.partner.admin(), AssociationType.RESALE);
		Caller customer = newcomer();
		UUID id = UUID.fromString(accept(customer, token).expect(201).text("/customerId"));
		end(id);
		accept(customer, token).refused(409, "INVITE_USED");
		accept(Caller.customer(customer.subject(), id).withOpenedAt(this.clock.instant()), token).refused(409,
				"INVITE_USED");
		accept(Caller.customer(customer.subject(), id).withOpenedAt(this.clock.instant()),
				link(this.partner.manager(this.manager), AssociationType.RESALE))
			.expect(201);
	}

	@Test
	@Tag("INV-09")
	void bringsNoResaleCustomersToAPartnerFrozenMeanwhile() {
		String token = link(this.partner.admin(), AssociationType.RESALE);
		this.hears.event(this.partner.became(PartnerStatus.FROZEN));
		accept(newcomer(), token).refused(409, "PARTNER_FROZEN");
	}

	@Test
	@Tag("INV-14")
	void keepsWhatWasAcceptedInWhichLanguage() {
		String token = link(this.partner.admin(), AssociationType.ADVISORY);
		Caller customer = newcomer();
		Map<String, Object> acceptance = new HashMap<>(acceptance(token));
		acceptance.put("language", "en");
		String id = this.client.as(customer)
			.with("X-Forwarded-For", "203.0.113.8")
			.post("/api/v1/invitations/acceptances", acceptance)
			.expect(201)
			.text("/customerId");
		JsonNode evidence = this.client.as(this.partner.admin())
			.get("/api/v1/customers/" + id + "/association-evidence?reveal=login,address")
			.expect(200)
			.json()
			.at("/items/0");
		assertThat(evidence.at("/channel").asString()).isEqualTo("OFFLINE_LINK");
		assertThat(evidence.at("/noticeLanguage").asString()).isEqualTo("en");
		assertThat(evidence.at("/noticeVersion").asString()).isEqualTo(Notice.VERSION);
		assertThat(evidence.at("/noticeDigest").asString())
			.isEqualTo(Notice.of(AssociationType.ADVISORY, Language.EN).digest());
		assertThat(evidence.at("/login").asString()).isEqualTo(customer.subject());
		assertThat(evidence.at("/address").asString()).isEqualTo("203.0.113.8");
	}

	@Test
	@Tag("INV-10")
	void wantsThePresentNoticeTicked() {
		String token = link(this.partner.admin(), AssociationType.RESALE);
		Map<String, Object> body = new HashMap<>(acceptance(token));
		body.put("noticeVersion", "2020-01");
		this.client.as(newcomer()).post("/api/v1/invitations/acceptances", body).refused(409, "NOTICE_OUTDATED");
		body.putAll(acceptance(token));
		body.put("accepted", false);
		this.client.as(newcomer()).post("/api/v1/invitations/acceptances", body).refused(400, "INVALID_REQUEST");
	}

	private static Caller old(String email) {
		String subject = Ids.next().toString();
		return Caller.identity("old-" + subject, "https://id.example", subject, email)
			.withOpenedAt(Instant.parse("2020-01-01T00:00:00Z"));
	}

	private Caller newcomer() {
		return somebody().withOpenedAt(this.clock.instant().minusSeconds(60));
	}

	private String link(Caller creator, AssociationType type) {
		String link = this.client.as(creator)
			.post("/api/v1/invitation-links", Map.of("associationType", type, "channel", "OFFLINE_LINK"))
			.text("/link");
		return link.substring(link.lastIndexOf('/') + 1);
	}

	private Answer show(String token, String query) {
		return this.client.as(Caller.anonymous()).get("/api/v1/invitations/by-token/" + token + query);
	}

	/** A customer made by a platform whose partner has let him go. */
	private UUID unlinked() {
		UUID id = customerOf(partner(), AssociationType.RESALE);
		end(id);
		return id;
	}

	private void end(UUID customerId) {
		this.jdbc.sql("update association set ended_at = :now, end_reason = 'test' where customer_id = :id")
			.param("now", java.sql.Timestamp.from(this.clock.instant()))
			.param("id", customerId)
			.update();
	}

}
