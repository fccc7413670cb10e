package io.partnerhub.program.partner;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.ProgramEvent.MemberChanged;
import io.partnerhub.contracts.ProgramEvent.PartnerRegistered;
import io.partnerhub.contracts.ProgramEvent.PartnerSettingsChanged;
import io.partnerhub.contracts.ProgramEvent.PartnerStatusChanged;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.program.A;
import io.partnerhub.program.ProgramTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The vendor registers partners and sets their health; partners read about themselves.
 */
@ProgramTest
class RegisteringPartnersTests {

	private final HubClient client;

	private final Announced announced;

	private final JdbcClient jdbc;

	private final A a;

	RegisteringPartnersTests(HubClient client, Announced announced, JdbcClient jdbc, A a) {
		this.client = client;
		this.announced = announced;
		this.jdbc = jdbc;
		this.a = a;
	}

	@BeforeEach
	void forgetWhatWasAnnounced() {
		this.announced.next();
	}

	@Test
	@Tag("ORG-01")
	void registersAPartnerWithItsFirstAdministrator() {
		Answer answer = register(A.company(PartnerType.DISTRIBUTOR)).expect(201);
		UUID id = UUID.fromString(answer.text("/id"));
		assertThat(answer.text("/status")).isEqualTo("NORMAL");
		assertThat(answer.text("/registeredAt")).isEqualTo("2026-03-01T08:00:00Z");
		assertThat(answer.text("/administrator/loginName")).isEqualTo("zhang.min");
		assertThat(this.announced.next()).satisfiesExactly(
				(event) -> assertThat(event).isEqualTo(new PartnerRegistered(id, id, PartnerType.DISTRIBUTOR,
						"云帆科技有限公司", "office@yunfan.example", "+86 13800000000", PartnerStatus.NORMAL)),
				(event) -> assertThat(event).isEqualTo(new PartnerSettingsChanged(id, id, "office@yunfan.example",
						"+86 13800000000", List.of(AssociationType.ADVISORY, AssociationType.RESALE), false, null)),
				(event) -> assertThat(event).isInstanceOfSatisfying(MemberChanged.class,
						(member) -> assertThat(member.roles()).containsExactly(Role.SYSTEM_ADMIN)));
	}

	@Test
	@Tag("RSL-06")
	void putsAResellerIntoTheTenantOfItsDistributor() {
		Caller distributor = this.a.partner(PartnerType.DISTRIBUTOR);
		this.announced.next();
		Answer answer = register(reseller(distributor.owner())).expect(201);
		assertThat(answer.text("/distributorId")).isEqualTo(distributor.owner().toString());
		PartnerRegistered registered = this.announced.next(PartnerRegistered.class).getFirst();
		assertThat(registered.partnerId()).isEqualTo(distributor.owner());
		assertThat(registered.ownerPartnerId()).hasToString(answer.text("/id"));
	}

	@Test
	@Tag("RSL-06")
	void refusesAResellerWithoutADistributor() {
		refused(A.company(PartnerType.RESELLER), "/distributorId", "REQUIRED");
		refused(reseller(Ids.next()), "/distributorId", "NOT_A_DISTRIBUTOR");
		refused(reseller(this.a.partner(PartnerType.SOLUTION_PROVIDER).owner()), "/distributorId", "NOT_A_DISTRIBUTOR");
	}

	@Test
	@Tag("RSL-06")
	void refusesADistributorForAnybodyElse() {
		Map<String, Object> company = A.company(PartnerType.SOLUTION_PROVIDER);
		company.put("distributorId", this.a.partner(PartnerType.DISTRIBUTOR).owner());
		refused(company, "/distributorId", "NOT_ALLOWED");
	}

	@Test
	void refusesAResellerOfAFrozenDistributor() {
		UUID distributor = this.a.partner(PartnerType.DISTRIBUTOR).owner();
		setStatus(distributor, "FROZEN").expect(200);
		register(reseller(distributor)).refused(409, "PARTNER_FROZEN");
	}

	@Test
	void registersNothingWhenTheAdministratorIsTaken() {
		Map<String, Object> company = A.company(PartnerType.DISTRIBUTOR);
		register(company).expect(201);
		this.announced.next();
		register(company).refused(409, "LOGIN_TAKEN");
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	void registersOnceHoweverOftenTheRequestIsRepeated() {
		HubClient.As repeating = this.client.as(A.VENDOR).with("Idempotency-Key", "register-yunfan");
		Map<String, Object> company = A.company(PartnerType.DISTRIBUTOR);
		String first = repeating.post("/api/v1/vendor/partners", company).expect(201).text("/id");
		String again = repeating.post("/api/v1/vendor/partners", company).expect(201).text("/id");
		assertThat(again).isEqualTo(first);
		assertThat(this.announced.next(PartnerRegistered.class)).hasSize(1);
	}

	@Test
	void announcesAChangedStatusOnce() {
		Caller partner = this.a.partner(PartnerType.SOLUTION_PROVIDER);
		this.announced.next();
		setStatus(partner.owner(), "FROZEN").expect(200);
		setStatus(partner.owner(), "FROZEN").expect(200);
		assertThat(this.announced.next())
			.containsExactly(new PartnerStatusChanged(partner.owner(), partner.owner(), PartnerStatus.FROZEN));
		assertThat(this.client.as(partner).get("/api/v1/partners/me").expect(200).text("/status")).isEqualTo("FROZEN");
		setStatus(Ids.next(), "NORMAL").refused(404, "NOT_FOUND");
		setStatus(partner.owner(), "SLEEPY").refused(400, "INVALID_REQUEST");
	}

	@Test
	@Tag("RSL-13")
	void listsItsOwnResellersOnly() {
		Caller distributor = this.a.partner(PartnerType.DISTRIBUTOR);
		Caller first = this.a.resellerOf(distributor);
		Caller second = this.a.resellerOf(distributor);
		this.a.resellerOf(this.a.partner(PartnerType.DISTRIBUTOR));
		Answer page = this.client.as(distributor).get("/api/v1/resellers").expect(200);
		assertThat(page.json().at("/items").findValuesAsString("id")).containsExactly(second.owner().toString(),
				first.owner().toString());
		assertThat(page.json().at("/items/0").has("registeredBy")).isFalse();
	}

	@Test
	void listsAllPartnersForTheVendorPageByPage() {
		Caller older = this.a.partner(PartnerType.SOLUTION_PROVIDER);
		Caller newer = this.a.partner(PartnerType.GOVERNMENT_SUBSIDY);
		Answer page = this.client.as(A.VENDOR).get("/api/v1/vendor/partners?limit=1").expect(200);
		assertThat(page.text("/items/0/id")).isEqualTo(newer.owner().toString());
		Answer next = this.client.as(A.VENDOR)
			.get("/api/v1/vendor/partners?limit=1&cursor=" + page.text("/nextCursor"))
			.expect(200);
		assertThat(next.text("/items/0/id")).isEqualTo(older.owner().toString());
	}

	@Test
	void refusesBadInputAndChangesNothing() {
		register("{\"type\":").refused(400, "MALFORMED_JSON");
		register(List.of()).refused(400, "INVALID_REQUEST");
		invalid("type", "EMPIRE", "/type");
		invalid("name", "", "/name");
		invalid("name", "x".repeat(129), "/name");
		invalid("email", "nobody", "/email");
		invalid("mobile", "call me", "/mobile");
		invalid("distributorId", 12, "/distributorId");
		invalid("tier", "GOLD", "/tier");
		invalid("administrator", Map.of("loginName", "a b", "displayName", "x", "issuer", "i", "subject", "s"),
				"/administrator/loginName");
		Map<String, Object> incomplete = A.company(PartnerType.DISTRIBUTOR);
		incomplete.remove("administrator");
		refused(incomplete, "/administrator", "REQUIRED");
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	void namesTheProblemInChinese() {
		UUID distributor = this.a.partner(PartnerType.DISTRIBUTOR).owner();
		setStatus(distributor, "FROZEN").expect(200);
		Answer answer = this.client.as(A.VENDOR)
			.with("Accept-Language", "zh-CN")
			.post("/api/v1/vendor/partners", reseller(distributor));
		assertThat(answer.text("/title")).isEqualTo("伙伴已冻结");
	}

	@Test
	@Tag("RSL-06")
	void leavesNoRowWithAWrongTenant() {
		Caller provider = this.a.partner(PartnerType.SOLUTION_PROVIDER);
		Caller distributor = this.a.partner(PartnerType.DISTRIBUTOR);
		Caller reseller = this.a.resellerOf(distributor);
		refuses(reseller, "partner_id = '" + provider.owner() + "'");
		refuses(reseller, "partner_id = id");
		refuses(provider, "partner_id = '" + distributor.owner() + "'");
		refuses(distributor, "type = 'SOLUTION_PROVIDER'");
	}

	private void refuses(Caller partner, String change) {
		assertThatThrownBy(() -> this.jdbc.sql("update partner set " + change + " where id = :id")
			.param("id", partner.owner())
			.update()).isInstanceOf(DataIntegrityViolationException.class);
	}

	private void invalid(String field, Object value, String pointer) {
		Map<String, Object> company = A.company(PartnerType.DISTRIBUTOR);
		company.put(field, value);
		assertThat(register(company).refused(400, "INVALID_REQUEST").text("/errors/0/pointer")).isEqualTo(pointer);
	}

	private void refused(Map<String, Object> company, String pointer, String code) {
		Answer answer = register(company).refused(400, "INVALID_REQUEST");
		assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
		assertThat(answer.text("/errors/0/code")).isEqualTo(code);
	}

	private Answer register(Object company) {
		return this.client.as(A.VENDOR).post("/api/v1/vendor/partners", company);
	}

	private Answer setStatus(UUID partner, String status) {
		return this.client.as(A.VENDOR).put("/api/v1/vendor/partners/" + partner + "/status", Map.of("status", status));
	}

	private static Map<String, Object> reseller(UUID distributor) {
		Map<String, Object> company = A.company(PartnerType.RESELLER);
		company.put("distributorId", distributor);
		return company;
	}

}
