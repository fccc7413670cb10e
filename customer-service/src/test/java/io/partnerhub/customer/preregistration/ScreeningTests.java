package io.partnerhub.customer.preregistration;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.ProspectEvent;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.customer.fact.Flag;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the vendor's feed and the hub's own links say about a prospect. */
class ScreeningTests extends CustomerScenario {

	private static final String PATH = "/api/v1/pre-registrations";

	private final String account = "Yunling-" + Ids.next();

	@Test
	@Tag("PRE-06")
	void acceptsANewAccountOfWhichEverythingIsKnown() {
		tell(Map.of());
		assertThat(register(named()).expect(201).text("/state")).isEqualTo("REGISTERED");
	}

	@Test
	@Tag("PRE-04")
	void refusesWithEveryReasonAndKeepsNothing() {
		tell(Map.of(Flag.SIGNED_CONTRACT, true, Flag.CASH_CONSUMPTION, true, Flag.ONLINE_SALES_TEAM, true));
		Partner partner = partner();
		Answer refused = this.client.as(partner.admin()).post(PATH, named()).refused(409, "PREREG_EXCLUDED");
		assertThat(refused.text("/reason")).isEqualTo("SIGNED_CONTRACT");
		assertThat(refused.json().at("/reasons").toString())
			.isEqualTo("[\"SIGNED_CONTRACT\",\"CASH_CONSUMPTION_NOT_FOLLOWED\"]");
		assertThat(this.client.as(partner.admin()).get(PATH).json().at("/items")).isEmpty();
		assertThat(this.announced.next(ProspectEvent.class)).isEmpty();
	}

	@Test
	@Tag("PRE-04")
	void findsHisAccountByMailAndMobileToo() {
		String email = address();
		tell(Map.of(Flag.CONSUMER_CLOUD_USER, true), Map.of("email", email, "mobile", "13700000001"));
		register(prospect(email)).refused(409, "PREREG_EXCLUDED");
		register(Map.of("customerName", "云岭", "contactName", "李雷", "mobile", "+8613700000001")).refused(409,
				"PREREG_EXCLUDED");
	}

	@Test
	@Tag("PRE-05")
	void handsHimToTheVendorWithEveryReason() {
		tell(Map.of(Flag.CASH_CONSUMPTION, true, Flag.DIRECT_SALES_FOLLOWED, true, Flag.SALES_SUPPORT_CENTRE, true));
		Answer pending = register(named()).expect(201);
		assertThat(pending.text("/state")).isEqualTo("PENDING_REVIEW");
		assertThat(pending.json().at("/reviewReasons").toString())
			.isEqualTo("[\"CASH_CONSUMPTION_FOLLOWED\",\"SALES_SUPPORT_CENTRE\"]");
		assertThat(pending.json().at("/unknownFacts")).isEmpty();
		assertThat(pending.json().at("/allowedActions").toString()).isEqualTo("[\"DELETE\"]");
		assertThat(pending.json().has("validUntil")).isFalse();
		assertThat(this.announced.next(ProspectEvent.class)).isEmpty();
	}

	@Test
	@Tag("PRE-05")
	void reviewsAnAccountOlderThanSevenDaysToTheSecond() {
		tell(Map.of(), Map.of("registeredAt", MovableClock.START.toString()));
		Partner partner = partner();
		this.clock.advance(Duration.ofDays(7));
		Answer young = this.client.as(partner.admin()).post(PATH, named()).expect(201);
		assertThat(young.text("/state")).isEqualTo("REGISTERED");
		this.client.as(partner.admin()).delete(PATH + "/" + young.text("/id")).expect(204);
		this.clock.advance(Duration.ofSeconds(1));
		Answer old = this.client.as(partner.admin()).post(PATH, named()).expect(201);
		assertThat(old.json().at("/reviewReasons").toString()).isEqualTo("[\"ACCOUNT_TOO_OLD\"]");
	}

	@Test
	@Tag("CUS-02")
	void neitherPassesNorRefusesAnAccountNobodyTold() {
		Answer pending = register(named()).expect(201);
		assertThat(pending.text("/state")).isEqualTo("PENDING_REVIEW");
		assertThat(pending.json().at("/reviewReasons").toString()).isEqualTo("[\"FACTS_UNKNOWN\"]");
		assertThat(pending.json().at("/unknownFacts").toString()).contains("OTHER_SITE", "SIGNED_CONTRACT",
				"CASH_CONSUMPTION", "REGISTERED_AT");
	}

	@Test
	@Tag("PRE-04")
	void refusesWhoIsSomebodysCustomerByAnyOfHisNames() {
		Partner partner = partner();
		UUID customer = customerOf(partner, AssociationType.RESALE);
		String email = address();
		this.jdbc.sql("update customer set email = :email, mobile = '+8613700000002' where id = :id")
			.param("email", email)
			.param("id", customer)
			.update();
		String name = this.client.as(partner.admin()).get("/api/v1/customers/" + customer).text("/accountName");
		alreadyAssociated(register(prospect(email.toUpperCase(java.util.Locale.ROOT))));
		alreadyAssociated(register(Map.of("customerName", "a", "contactName", "b", "mobile", "137 0000 0002")));
		Map<String, Object> named = new HashMap<>(prospect(address()));
		named.put("existingAccountName", name.toUpperCase(java.util.Locale.ROOT));
		alreadyAssociated(register(named));
		this.jdbc.sql("update association set ended_at = associated_at, end_reason = 'x' where customer_id = :id")
			.param("id", customer)
			.update();
		register(prospect(email)).expect(201);
	}

	@Test
	@Tag("PRE-08")
	void keepsAnAccountForOnePartner() {
		tell(Map.of());
		register(named()).expect(201);
		Map<String, Object> again = named();
		again.put("existingAccountName", this.account.toUpperCase(java.util.Locale.ROOT));
		assertThat(register(again).refused(409, "PREREG_EXCLUDED").text("/reason"))
			.isEqualTo("REGISTERED_BY_ANOTHER_PARTNER");
	}

	private static void alreadyAssociated(Answer answer) {
		assertThat(answer.refused(409, "PREREG_EXCLUDED").text("/reason")).isEqualTo("ALREADY_ASSOCIATED");
	}

	private Answer register(Map<String, Object> prospect) {
		return this.client.as(partner().admin()).post(PATH, prospect);
	}

	private Map<String, Object> named() {
		Map<String, Object> prospect = new HashMap<>(prospect(address()));
		prospect.put("existingAccountName", this.account);
		return prospect;
	}

	private void tell(Map<Flag, Boolean> different) {
		tell(different, Map.of());
	}

	/** All flags are no but those told differently. */
	private void tell(Map<Flag, Boolean> different, Map<String, Object> more) {
		Map<String, Object> flags = new HashMap<>();
		for (Flag flag : Flag.values()) {
			flags.put(flag.name(), different.getOrDefault(flag, false));
		}
		Map<String, Object> news = new HashMap<>(Map.of("accountName", this.account, "asOf",
				MovableClock.START.toString(), "registeredAt", MovableClock.START.toString(), "flags", flags));
		news.putAll(more);
		this.client.as(Caller.vendor("feed"))
			.post("/api/v1/vendor/customer-facts", Map.of("facts", List.of(news)))
			.expect(200);
	}

}
