package io.partnerhub.customer.preregistration;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.ProgramEvent.PartnerSettingsChanged;
import io.partnerhub.contracts.ProspectEvent.CustomerPreRegistered;
import io.partnerhub.contracts.ProspectEvent.CustomerPreRegistrationDeleted;
import io.partnerhub.contracts.Role;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DuplicateKeyException;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PreRegisteringTests extends CustomerScenario {

	private static final String PATH = "/api/v1/pre-registrations";

	@Test
	@Tag("PRE-02")
	@Tag("PRE-06")
	void acceptsAProspectAtOnceForFifteenDays() {
		Partner partner = partner();
		Answer answer = this.client.as(partner.operator()).post(PATH, prospect(address())).expect(201);
		assertThat(answer.text("/state")).isEqualTo("REGISTERED");
		assertThat(answer.text("/validUntil")).isEqualTo("2026-03-16T08:00:00Z");
		assertThat(answer.json().at("/allowedActions").toString()).isEqualTo("[\"INVITE\",\"DELETE\"]");
		assertThat(this.announced.next()).singleElement()
			.isEqualTo(new CustomerPreRegistered(partner.id(), partner.id(), UUID.fromString(answer.text("/id")),
					"云岭科技有限公司", null, MovableClock.START.plus(Duration.ofDays(15))));
	}

	@ParameterizedTest
	@CsvSource({ ", , email mobile", "a@partner.example, , mobile", ", +8613900000000, email" })
	@Tag("PRE-01")
	void asksThePartnerForItsOwnAddresses(@Nullable String email, @Nullable String mobile, String missing) {
		Partner partner = partner();
		tellAddresses(partner, email, mobile);
		Answer refused = this.client.as(partner.admin())
			.post(PATH, prospect(address()))
			.refused(409, "PARTNER_PROFILE_INCOMPLETE");
		assertThat(refused.json().at("/missing").valueStream().map(JsonNode::asString))
			.containsExactly(missing.split(" "));
		assertThat(count(partner.admin())).isZero();
		tellAddresses(partner, "a@partner.example", "+8613900000000");
		preRegister(partner.admin(), address());
	}

	@Test
	void keepsEverythingThePartnerSays() {
		Map<String, Object> body = new HashMap<>(prospect(address()));
		body.putAll(
				Map.of("mobile", "13500000001", "existingAccountName", " Acme-" + Ids.next() + " ", "country", "DE"));
		Answer answer = this.client.as(partner().operator()).post(PATH, body).expect(201);
		assertThat(answer.text("/existingAccountName")).startsWith("Acme-").doesNotEndWith(" ");
		assertThat(answer.text("/country")).isEqualTo("DE");
		assertThat(answer.text("/mobile")).isEqualTo("+8613500000001");
		assertThat(answer.text("/createdBy")).isEqualTo("operator");
		assertThat(answer.text("/createdAt")).isEqualTo("2026-03-01T08:00:00Z");
	}

	@Test
	@Tag("PRE-06")
	void takesAProspectByMobileAloneWhoCannotBeInvitedByMail() {
		Partner partner = partner();
		Answer answer = this.client.as(partner.admin())
			.post(PATH, Map.of("customerName", "a", "contactName", "b", "mobile", "13500000002"))
			.expect(201);
		assertThat(answer.json().at("/allowedActions").toString()).isEqualTo("[\"DELETE\"]");
		Map<String, Object> wish = wish(answer.text("/id"), AssociationType.RESALE);
		this.client.as(partner.admin()).post("/api/v1/invitations", wish).refused(409, "EMAIL_REQUIRED_FOR_INVITATION");
		this.client.as(partner.admin())
			.post("/api/v1/invitations/preview", wish)
			.refused(409, "EMAIL_REQUIRED_FOR_INVITATION");
	}

	@Test
	void givesAProspectToTheAccountManagerWhoIsNamed() {
		Partner partner = partner();
		UUID manager = Ids.next();
		UUID operator = Ids.next();
		UUID gone = Ids.next();
		UUID foreign = Ids.next();
		this.hears.event(partner.member(manager, Role.ACCOUNT_MANAGER, null, true));
		this.hears.event(partner.member(operator, Role.CUSTOMER_OPERATOR, null, true));
		this.hears.event(partner.member(gone, Role.ACCOUNT_MANAGER, null, false));
		this.hears.event(partner().member(foreign, Role.ACCOUNT_MANAGER, null, true));
		assertThat(registerFor(partner.admin(), manager).expect(201).text("/accountManagerId"))
			.isEqualTo(manager.toString());
		assertThat(registerFor(partner.key(), manager).expect(201).text("/accountManagerId"))
			.isEqualTo(manager.toString());
		for (UUID other : List.of(operator, gone, foreign, Ids.next())) {
			registerFor(partner.admin(), other).refused(409, "NOT_AN_ACCOUNT_MANAGER");
		}
		assertThat(registerFor(partner.manager(manager), manager).expect(201).text("/accountManagerId"))
			.isEqualTo(manager.toString());
		registerFor(partner.manager(Ids.next()), manager).refused(403, "ACCESS_DENIED");
		assertThat(count(partner.manager(manager))).isEqualTo(3);
	}

	@Test
	void letsASupervisorOnlyWatch() {
		Partner partner = partner();
		UUID manager = Ids.next();
		UUID member = Ids.next();
		this.hears.event(partner.member(manager, Role.ACCOUNT_MANAGER, member, true));
		String id = preRegister(partner.manager(manager), address());
		Caller supervisor = Caller.member("s", partner.tenant(), partner.id(), partner.type(), member,
				Set.of(Role.ACCOUNT_MANAGER_SUPERVISOR),
				Set.of(Permission.VIEW_CUSTOMERS, Permission.DEVELOP_CUSTOMERS), DataScope.TEAM);
		this.client.as(supervisor).post(PATH, prospect(address())).refused(403, "ACCESS_DENIED");
		this.client.as(supervisor).delete(PATH + "/" + id).refused(403, "ACCESS_DENIED");
		assertThat(this.client.as(supervisor).get(PATH + "/" + id).json().at("/allowedActions")).isEmpty();
	}

	@Test
	@Tag("PRE-02")
	void expiresAfterFifteenDaysSharp() {
		Partner partner = partner();
		String id = preRegister(partner.admin(), address());
		this.clock.advance(Duration.ofDays(15).minusSeconds(1));
		assertThat(state(partner, id)).isEqualTo("REGISTERED");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(state(partner, id)).isEqualTo("EXPIRED");
		Answer expired = this.client.as(partner.admin()).get(PATH + "?state=EXPIRED");
		assertThat(expired.text("/items/0/id")).isEqualTo(id);
		assertThat(this.client.as(partner.admin()).get(PATH + "?state=REGISTERED").json().at("/items")).isEmpty();
	}

	@Test
	@Tag("PRE-03")
	void refusesTheHundredAndFirst() {
		Partner partner = partner();
		fill(partner, 100);
		this.client.as(partner.admin()).post(PATH, prospect(address())).refused(409, "PREREG_LIMIT_REACHED");
		this.clock.advance(Duration.ofDays(15).minusSeconds(1));
		Answer refused = this.client.as(partner.admin()).post(PATH, prospect(address()));
		assertThat(refused.refused(409, "PREREG_LIMIT_REACHED").json().at("/limit").asInt()).isEqualTo(100);
		this.clock.advance(Duration.ofSeconds(1));
		preRegister(partner.admin(), address());
	}

	@Test
	@Tag("PRE-03")
	void givesTheLastPlaceToOneOfMany() throws Exception {
		Partner partner = partner();
		fill(partner, 99);
		List<Answer> answers = atOnce(IntStream.range(0, 8)
			.<Callable<Answer>>mapToObj(
					(number) -> () -> this.client.as(partner.admin()).post(PATH, prospect(address())))
			.toList());
		assertThat(answers).filteredOn((answer) -> answer.status() == 201).hasSize(1);
		assertThat(answers).filteredOn((answer) -> answer.status() == 409)
			.hasSize(7)
			.allSatisfy((answer) -> answer.refused(409, "PREREG_LIMIT_REACHED"));
	}

	@Test
	@Tag("PRE-08")
	void keepsAProspectForOnePartner() {
		String email = address();
		preRegister(partner().admin(), email);
		Partner other = partner();
		this.client.as(other.admin())
			.post(PATH, prospect(email.toUpperCase(java.util.Locale.ROOT)))
			.refused(409, "PREREG_EXCLUDED");
		this.clock.advance(Duration.ofDays(15));
		preRegister(other.admin(), email);
	}

	@Test
	@Tag("PRE-08")
	void knowsAProspectByHisMobileInAnySpelling() {
		Map<String, Object> first = new HashMap<>(prospect(address()));
		first.put("mobile", "13800000001");
		this.client.as(partner().admin()).post(PATH, first).expect(201);
		Map<String, Object> second = new HashMap<>(prospect(address()));
		second.put("mobile", "+86 138 0000 0001");
		Answer refused = this.client.as(partner().admin()).post(PATH, second).refused(409, "PREREG_EXCLUDED");
		assertThat(refused.text("/reason")).isEqualTo("REGISTERED_BY_ANOTHER_PARTNER");
	}

	@Test
	@Tag("PRE-08")
	void letsOneOfManyPartnersWin() throws Exception {
		String email = address();
		List<Partner> partners = List.of(partner(), partner(), partner(), partner());
		List<Answer> answers = atOnce(partners.stream()
			.<Callable<Answer>>map((partner) -> () -> this.client.as(partner.admin()).post(PATH, prospect(email)))
			.toList());
		assertThat(answers).filteredOn((answer) -> answer.status() == 201).hasSize(1);
		assertThat(answers).filteredOn((answer) -> answer.status() != 201)
			.allSatisfy((answer) -> answer.refused(409, "PREREG_EXCLUDED"));
	}

	@Test
	@Tag("PRE-03")
	@Tag("PRE-08")
	void isGuardedByTheDatabaseToo() {
		Partner partner = partner();
		String id = preRegister(partner.admin(), address());
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> copy(id, "slot + 1", "email"))
			.withMessageContaining("pre_registration_email");
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> copy(id, "slot", "'x@y.example'"))
			.withMessageContaining("pre_registration_slot");
	}

	@Test
	@Tag("PRE-07")
	void deletesAndMakesRoom() {
		Partner partner = partner();
		String email = address();
		String id = preRegister(partner.admin(), email);
		this.announced.next();
		this.client.as(partner.admin()).delete(PATH + "/" + id).expect(204);
		this.client.as(partner.admin()).delete(PATH + "/" + id).expect(204);
		assertThat(state(partner, id)).isEqualTo("DELETED");
		assertThat(this.announced.next(CustomerPreRegistrationDeleted.class)).hasSize(1);
		preRegister(partner().admin(), email);
	}

	@Test
	void showsEachWhatIsHis() {
		Partner partner = partner();
		UUID manager = Ids.next();
		UUID supervisor = Ids.next();
		this.hears.event(partner.member(manager, Role.ACCOUNT_MANAGER, supervisor, true));
		String id = preRegister(partner.manager(manager), address());
		preRegister(partner.admin(), address());
		assertThat(count(partner.manager(manager))).isEqualTo(1);
		assertThat(count(partner.manager(Ids.next()))).isZero();
		assertThat(count(partner.supervisor(supervisor))).isEqualTo(1);
		assertThat(count(partner.supervisor(Ids.next()))).isZero();
		assertThat(count(partner.admin())).isEqualTo(2);
		assertThat(count(partner().admin())).isZero();
		this.client.as(partner.supervisor(supervisor)).get(PATH + "/" + id).expect(200);
		this.client.as(partner.manager(Ids.next())).get(PATH + "/" + id).refused(404, "NOT_FOUND");
		this.client.as(partner().admin()).get(PATH + "/" + id).refused(404, "NOT_FOUND");
	}

	@Test
	void refusesWhoMayNot() {
		Partner partner = partner();
		String id = preRegister(partner.admin(), address());
		this.client.as(partner.finance()).post(PATH, prospect(address())).refused(403, "ACCESS_DENIED");
		this.client.as(partner.finance()).get(PATH).refused(403, "ACCESS_DENIED");
		this.client.as(partner.supervisor(Ids.next())).post(PATH, prospect(address())).refused(403, "ACCESS_DENIED");
		this.client.as(partner.manager(Ids.next())).delete(PATH + "/" + id).refused(403, "ACCESS_DENIED");
		this.client.as(partner().admin()).delete(PATH + "/" + id).refused(404, "NOT_FOUND");
		this.client.as(Caller.customer("li", Ids.next())).get(PATH).refused(403, "ACCESS_DENIED");
		this.client.as(Caller.vendor("v")).post(PATH, prospect(address())).refused(403, "ACCESS_DENIED");
		this.client.as(Caller.anonymous()).get(PATH).refused(403, "ACCESS_DENIED");
		this.client.asNobody().get(PATH).refused(401, "UNAUTHENTICATED");
		assertThat(state(partner, id)).isEqualTo("REGISTERED");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "[]", "{}", "null", """
			{"customerName":"","contactName":"a","email":"a@b.example"}""", """
			{"customerName":"a","contactName":"a","email":"nobody"}""", """
			{"customerName":"a","contactName":"a","email":"a@b.example","mobile":"1"}""", """
			{"customerName":"a","contactName":"a"}""", """
			{"customerName":"a","contactName":"a","email":""}""", """
			{"customerName":"a","contactName":"a","mobile":""}""", """
			{"customerName":"a","contactName":"a","email":"a@b.example","country":"cn"}""", """
			{"customerName":"a","contactName":"a","email":"a@b.example","country":"XX"}""", """
			{"customerName":"a","contactName":"a","email":"a@b.example","existingAccountName":" "}""", """
			{"customerName":"a","contactName":"a","email":"a@b.example","accountManagerId":"me"}""", """
			{"customerName":"a","contactName":"a","email":"a@b.example","colour":"red"}""", """
			{"customerName":"a\\nb","contactName":"a","email":"a@b.example"}""", """
			{"customerName":{"a":1},"contactName":"a","email":"a@b.example"}""" })
	void refusesBadInput(String body) {
		Partner partner = partner();
		this.client.as(partner.admin()).post(PATH, body).expect(400);
		assertThat(count(partner.admin())).isZero();
		assertThat(this.announced.next()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "customerName, 129", "contactName, 65", "existingAccountName, 65" })
	void refusesNamesTooLong(String field, int length) {
		Map<String, Object> body = new HashMap<>(prospect(address()));
		body.put(field, "a".repeat(length));
		Partner partner = partner();
		this.client.as(partner.admin()).post(PATH, body).refused(400, "INVALID_REQUEST");
		body.put(field, "a".repeat(length - 1));
		this.client.as(partner.admin()).post(PATH, body).expect(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "?colour=red", "?state=", "?state=HAPPY", "?limit=0", "?cursor=xyz" })
	void refusesBadParameters(String query) {
		this.client.as(partner().admin()).get(PATH + query).refused(400, "INVALID_REQUEST");
	}

	@Test
	void pagesThroughTheList() {
		Partner partner = partner();
		List<String> ids = IntStream.range(0, 3).mapToObj((n) -> preRegister(partner.admin(), address())).toList();
		Answer first = this.client.as(partner.admin()).get(PATH + "?limit=2").expect(200);
		assertThat(first.text("/items/0/id")).isEqualTo(ids.get(2));
		Answer second = this.client.as(partner.admin()).get(PATH + "?limit=2&cursor=" + first.text("/nextCursor"));
		assertThat(second.text("/items/0/id")).isEqualTo(ids.get(0));
		assertThat(second.text("/nextCursor")).isEmpty();
	}

	@Test
	void repeatsWithTheSameKeyOnce() {
		Partner partner = partner();
		var keyed = this.client.as(partner.admin()).with("Idempotency-Key", "k-" + Ids.next());
		Map<String, Object> body = prospect(address());
		String id = keyed.post(PATH, body).expect(201).text("/id");
		assertThat(keyed.post(PATH, body).expect(201).text("/id")).isEqualTo(id);
		keyed.post(PATH, prospect(address())).refused(422, "IDEMPOTENCY_KEY_REUSED");
		assertThat(count(partner.admin())).isEqualTo(1);
	}

	@Test
	void waitsForAPartnerItDoesNotKnowYet() {
		UUID id = Ids.next();
		Partner unknown = new Partner(id, id, PartnerType.SOLUTION_PROVIDER, "?");
		Answer answer = this.client.as(unknown.admin()).post(PATH, prospect(address()));
		assertThat(answer.refused(503, "PARTNER_NOT_KNOWN_YET").header("Retry-After")).isEqualTo("2");
	}

	private void fill(Partner partner, int count) {
		for (int number = 0; number < count; number++) {
			preRegister(partner.admin(), address());
		}
	}

	private String state(Partner partner, String id) {
		return this.client.as(partner.admin()).get(PATH + "/" + id).expect(200).text("/state");
	}

	private int count(Caller caller) {
		return this.client.as(caller).get(PATH).expect(200).json().at("/items").size();
	}

	private Answer registerFor(Caller caller, UUID manager) {
		Map<String, Object> body = new HashMap<>(prospect(address()));
		body.put("accountManagerId", manager);
		return this.client.as(caller).post(PATH, body);
	}

	private void tellAddresses(Partner partner, @Nullable String email, @Nullable String mobile) {
		this.hears.event(new PartnerSettingsChanged(partner.tenant(), partner.id(), email, mobile,
				List.of(AssociationType.RESALE), false, null));
	}

	private void copy(String id, String slot, String email) {
		this.jdbc
			.sql("""
					insert into pre_registration (id, partner_id, owner_partner_id, customer_name, contact_name, email, state,
					                              slot, created_at, registered_at, valid_until, created_by)
					select :new, partner_id, owner_partner_id, customer_name, contact_name, %s, state, %s, created_at,
					       registered_at, valid_until, created_by
					from pre_registration where id = :id
					"""
				.formatted(email, slot))
			.param("new", Ids.next())
			.param("id", UUID.fromString(id))
			.update();
	}

}
