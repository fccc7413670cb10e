package io.partnerhub.program.member;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.ProgramEvent.MemberChanged;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.program.A;
import io.partnerhub.program.ProgramTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static io.partnerhub.contracts.Role.ACCOUNT_MANAGER;
import static io.partnerhub.contracts.Role.ACCOUNT_MANAGER_SUPERVISOR;
import static io.partnerhub.contracts.Role.CUSTOMER_OPERATOR;
import static io.partnerhub.contracts.Role.FINANCE_OPERATOR;
import static io.partnerhub.contracts.Role.SYSTEM_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

/** Letting people in, changing their roles and letting them go, over HTTP. */
@ProgramTest
class ManagingMembersTests {

	private final HubClient client;

	private final Announced announced;

	private final A a;

	private Caller administrator;

	ManagingMembersTests(HubClient client, Announced announced, A a) {
		this.client = client;
		this.announced = announced;
		this.a = a;
	}

	@BeforeEach
	void register() {
		this.administrator = this.a.partner(PartnerType.SOLUTION_PROVIDER);
		this.announced.next();
	}

	@Test
	@Tag("ORG-01")
	@Tag("ORG-12")
	void addsAnAccountManagerWithASupervisor() {
		Caller supervisor = this.a.member(this.administrator, ACCOUNT_MANAGER_SUPERVISOR);
		this.announced.next();
		Map<String, Object> person = A.person(ACCOUNT_MANAGER);
		person.put("supervisorId", supervisor.memberId());
		Answer answer = add(person).expect(201);
		assertThat(answer.text("/supervisorId")).isEqualTo(String.valueOf(supervisor.memberId()));
		assertThat(answer.text("/scope")).isEqualTo("OWN");
		assertThat(answer.header("ETag")).isEqualTo("\"1\"");
		assertThat(this.announced.next()).singleElement()
			.isEqualTo(new MemberChanged(this.administrator.tenant(), this.administrator.owner(),
					UUID.fromString(answer.text("/id")), (String) person.get("loginName"), "李伟",
					List.of(ACCOUNT_MANAGER), supervisor.memberId(), true, A.ISSUER, (String) person.get("subject"),
					null, null));
	}

	@Test
	@Tag("ORG-02")
	void refusesNoneAndFourRoles() {
		add(A.person()).refused(400, "ROLE_COUNT");
		add(A.person(CUSTOMER_OPERATOR, FINANCE_OPERATOR, ACCOUNT_MANAGER, ACCOUNT_MANAGER_SUPERVISOR)).refused(400,
				"ROLE_COUNT");
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	@Tag("ORG-03")
	void refusesAnAdministratorWithAnotherRole() {
		add(A.person(SYSTEM_ADMIN, CUSTOMER_OPERATOR)).refused(400, "ADMINISTRATOR_ROLE_ALONE");
	}

	@Test
	@Tag("ORG-04")
	void refusesAnAccountManagerWhoSupervises() {
		add(A.person(ACCOUNT_MANAGER, ACCOUNT_MANAGER_SUPERVISOR)).refused(400, "MANAGER_OR_SUPERVISOR");
	}

	@Test
	@Tag("ORG-12")
	void refusesASupervisorOfAnotherPartnerOrOfNoRole() {
		Caller foreign = this.a.member(this.a.partner(PartnerType.DISTRIBUTOR), ACCOUNT_MANAGER_SUPERVISOR);
		Caller colleague = this.a.member(this.administrator, CUSTOMER_OPERATOR);
		add(supervisedBy(foreign, ACCOUNT_MANAGER)).refused(400, "NOT_A_SUPERVISOR");
		add(supervisedBy(colleague, ACCOUNT_MANAGER)).refused(400, "NOT_A_SUPERVISOR");
		Caller supervisor = this.a.member(this.administrator, ACCOUNT_MANAGER_SUPERVISOR);
		add(supervisedBy(supervisor, FINANCE_OPERATOR)).refused(400, "SUPERVISOR_NOT_ALLOWED");
	}

	@Test
	@Tag("ORG-07")
	void keepsTheLoginNameForEver() {
		Caller member = this.a.member(this.administrator, CUSTOMER_OPERATOR);
		Answer answer = this.client.as(this.administrator)
			.with("If-Match", "\"1\"")
			.put(path(member), Map.of("loginName", "other", "displayName", "李伟", "roles", List.of("FINANCE_OPERATOR")))
			.refused(400, "INVALID_REQUEST");
		assertThat(answer.text("/errors/0/pointer")).isEqualTo("/loginName");
	}

	@Test
	@Tag("ORG-07")
	void refusesALoginNameOfAnotherMemberEvenOfOneWhoLeft() {
		Map<String, Object> person = A.person(CUSTOMER_OPERATOR);
		person.put("loginName", "Wang.Fang");
		Answer first = add(person).expect(201);
		this.client.as(this.administrator).delete("/api/v1/members/" + first.text("/id")).expect(204);
		Map<String, Object> other = A.person(CUSTOMER_OPERATOR);
		other.put("loginName", "wang.fang");
		add(other).refused(409, "LOGIN_NAME_TAKEN");
		Caller elsewhere = this.a.partner(PartnerType.SOLUTION_PROVIDER);
		this.client.as(elsewhere).post("/api/v1/members", other).expect(201);
	}

	@Test
	@Tag("ORG-01")
	void refusesALoginThatAlreadyBelongsToSomebody() {
		Map<String, Object> person = A.person(CUSTOMER_OPERATOR);
		Answer first = add(person).expect(201);
		person.put("loginName", "another");
		this.client.as(this.a.partner(PartnerType.DISTRIBUTOR))
			.post("/api/v1/members", person)
			.refused(409, "LOGIN_TAKEN");
		this.client.as(this.administrator).delete("/api/v1/members/" + first.text("/id")).expect(204);
		add(person).expect(201);
		Map<String, Object> vendor = A.person(CUSTOMER_OPERATOR);
		vendor.putAll(Map.of("issuer", A.VENDOR_ISSUER, "subject", A.VENDOR_SUBJECT));
		add(vendor).refused(409, "LOGIN_TAKEN");
	}

	@Test
	void changesRolesOnTheVersionItWasReadAt() {
		Caller member = this.a.member(this.administrator, ACCOUNT_MANAGER);
		this.announced.next();
		change(member, "\"1\"", ACCOUNT_MANAGER, FINANCE_OPERATOR).expect(200);
		MemberChanged changed = this.announced.next(MemberChanged.class).getFirst();
		assertThat(changed.roles()).containsExactlyInAnyOrder(ACCOUNT_MANAGER, FINANCE_OPERATOR);
		Answer found = this.client.as(this.administrator).get(path(member)).expect(200);
		assertThat(found.text("/scope")).isEqualTo("ALL");
		assertThat(found.header("ETag")).isEqualTo("\"2\"");
		change(member, "\"1\"", ACCOUNT_MANAGER).refused(412, "STALE");
		change(member, "", ACCOUNT_MANAGER).refused(428, "IF_MATCH_REQUIRED");
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	@Tag("ORG-06")
	void leavesTheTeamOfAFormerSupervisorWithoutOne() {
		Caller supervisor = this.a.member(this.administrator, ACCOUNT_MANAGER_SUPERVISOR);
		String first = add(supervisedBy(supervisor, ACCOUNT_MANAGER)).expect(201).text("/id");
		String second = add(supervisedBy(supervisor, ACCOUNT_MANAGER, FINANCE_OPERATOR)).expect(201).text("/id");
		this.announced.next();
		change(supervisor, "\"1\"", CUSTOMER_OPERATOR).expect(200);
		List<MemberChanged> changes = this.announced.next(MemberChanged.class);
		assertThat(changes).extracting((change) -> change.memberId().toString())
			.containsExactlyInAnyOrder(first, second, String.valueOf(supervisor.memberId()));
		assertThat(changes).extracting(MemberChanged::supervisorId).containsOnlyNulls();
		Answer found = this.client.as(this.administrator).get("/api/v1/members/" + first).expect(200);
		assertThat(found.json().has("supervisorId")).isFalse();
		assertThat(found.header("ETag")).isEqualTo("\"2\"");
	}

	@Test
	@Tag("ORG-06")
	void leavesTheTeamOfADeactivatedSupervisorWithoutOne() {
		Caller supervisor = this.a.member(this.administrator, ACCOUNT_MANAGER_SUPERVISOR);
		add(supervisedBy(supervisor, ACCOUNT_MANAGER)).expect(201);
		this.announced.next();
		this.client.as(this.administrator).delete(path(supervisor)).expect(204);
		assertThat(this.announced.next(MemberChanged.class)).extracting(MemberChanged::active)
			.containsExactly(true, false);
		this.client.as(this.administrator).delete(path(supervisor)).expect(204);
		assertThat(this.announced.next()).isEmpty();
		change(supervisor, "\"2\"", CUSTOMER_OPERATOR).refused(409, "MEMBER_INACTIVE");
	}

	@Test
	void keepsTheLastAdministrator() {
		this.client.as(this.administrator).delete(path(this.administrator)).refused(409, "LAST_ADMINISTRATOR");
		change(this.administrator, "\"1\"", CUSTOMER_OPERATOR).refused(409, "LAST_ADMINISTRATOR");
		assertThat(actions(this.administrator)).isEqualTo("[\"CHANGE\"]");
		Caller second = this.a.member(this.administrator, SYSTEM_ADMIN);
		assertThat(actions(this.administrator)).isEqualTo("[\"CHANGE\",\"DEACTIVATE\"]");
		this.client.as(second).delete(path(this.administrator)).expect(204);
	}

	@Test
	void keepsOneOfTwoAdministratorsWhoRemoveEachOther() throws Exception {
		Caller second = this.a.member(this.administrator, SYSTEM_ADMIN);
		try (ExecutorService both = Executors.newFixedThreadPool(2)) {
			Future<Answer> one = both.submit(() -> this.client.as(second).delete(path(this.administrator)));
			Future<Answer> other = both.submit(() -> this.client.as(this.administrator).delete(path(second)));
			assertThat(List.of(one.get().status(), other.get().status())).containsExactlyInAnyOrder(204, 409);
		}
	}

	@Test
	void listsTheMembersOfItsPartnerOnly() {
		this.a.member(this.administrator, CUSTOMER_OPERATOR);
		this.a.member(this.administrator, ACCOUNT_MANAGER);
		this.a.member(this.a.partner(PartnerType.SOLUTION_PROVIDER), ACCOUNT_MANAGER);
		Answer page = this.client.as(this.administrator).get("/api/v1/members?limit=2").expect(200);
		assertThat(page.json().at("/items").size()).isEqualTo(2);
		Answer rest = this.client.as(this.administrator)
			.get("/api/v1/members?limit=2&cursor=" + page.text("/nextCursor"))
			.expect(200);
		assertThat(rest.text("/items/0/loginName")).isEqualTo("zhang.min");
		assertThat(rest.json().at("/items").size()).isEqualTo(1);
		assertThat(rest.json().has("nextCursor")).isFalse();
	}

	@Test
	void hidesTheMembersOfAResellerFromItsDistributor() {
		Caller distributor = this.a.partner(PartnerType.DISTRIBUTOR);
		Caller reseller = this.a.resellerOf(distributor);
		this.client.as(distributor).get(path(reseller)).refused(404, "NOT_FOUND");
		this.client.as(reseller).get(path(distributor)).refused(404, "NOT_FOUND");
		this.client.as(distributor).delete(path(reseller)).refused(404, "NOT_FOUND");
	}

	@Test
	void stopsAtTheLimitOfMembers() {
		for (int member = 1; member < 12; member++) {
			add(A.person(CUSTOMER_OPERATOR)).expect(201);
		}
		assertThat(add(A.person(CUSTOMER_OPERATOR)).refused(409, "MEMBER_LIMIT_REACHED").text("/limit"))
			.isEqualTo("12");
	}

	@Test
	void addsOnceHoweverOftenTheRequestIsRepeated() {
		HubClient.As repeating = this.client.as(this.administrator).with("Idempotency-Key", "add-li-wei");
		Map<String, Object> person = A.person(CUSTOMER_OPERATOR);
		Answer first = repeating.post("/api/v1/members", person).expect(201);
		Answer again = repeating.post("/api/v1/members", person).expect(201);
		assertThat(again.text("/id")).isEqualTo(first.text("/id"));
		assertThat(this.announced.next()).hasSize(1);
		person.put("displayName", "李威");
		repeating.post("/api/v1/members", person).refused(422, "IDEMPOTENCY_KEY_REUSED");
	}

	@Test
	void refusesBadInputAndChangesNothing() {
		add("{").refused(400, "MALFORMED_JSON");
		add("").refused(400, "MALFORMED_JSON");
		invalid("loginName", "has space", "/loginName");
		invalid("loginName", "", "/loginName");
		invalid("loginName", "x".repeat(65), "/loginName");
		invalid("displayName", "  ", "/displayName");
		invalid("displayName", Map.of("zh", "李伟"), "/displayName");
		invalid("roles", List.of("EMPEROR"), "/roles/0");
		invalid("roles", "SYSTEM_ADMIN", "/roles");
		invalid("supervisorId", "nobody", "/supervisorId");
		invalid("issuer", "x".repeat(257), "/issuer");
		invalid("rank", "general", "/rank");
		Map<String, Object> incomplete = A.person(CUSTOMER_OPERATOR);
		incomplete.remove("subject");
		add(incomplete).refused(400, "INVALID_REQUEST");
		this.client.as(this.administrator).get("/api/v1/members/none").refused(400, "INVALID_REQUEST");
		this.client.as(this.administrator).get("/api/v1/members?name=x").refused(400, "INVALID_REQUEST");
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	@Tag("X-01")
	void keepsWhereAMembersCodesGo() {
		Map<String, Object> person = A.person(Role.CUSTOMER_OPERATOR);
		person.put("email", "Li.Wei@Yunfan.example");
		person.put("mobile", "138 0000-0000");
		Answer added = this.client.as(this.administrator).post("/api/v1/members", person).expect(201);
		assertThat(added.text("/email")).isEqualTo("li.wei@yunfan.example");
		assertThat(added.text("/mobile")).isEqualTo("+8613800000000");
		MemberChanged event = this.announced.next(MemberChanged.class).getFirst();
		assertThat(event.email()).isEqualTo("li.wei@yunfan.example");
		assertThat(event.mobile()).isEqualTo("+8613800000000");
		Answer listed = this.client.as(this.administrator).get("/api/v1/members").expect(200);
		assertThat(listed.json().at("/items/0").has("email")).isFalse();
		String path = "/api/v1/members/" + added.text("/id");
		Answer changed = this.client.as(this.administrator)
			.with("If-Match", "\"1\"")
			.put(path, Map.of("displayName", "x", "roles", List.of("CUSTOMER_OPERATOR"), "email", "li@yunfan.example"))
			.expect(200);
		assertThat(changed.text("/email")).isEqualTo("li@yunfan.example");
		assertThat(changed.json().has("mobile")).isFalse();
		event = this.announced.next(MemberChanged.class).getFirst();
		assertThat(event.email()).isEqualTo("li@yunfan.example");
		assertThat(event.mobile()).isNull();
		for (String mobile : List.of("12345", "call me", "")) {
			person.put("mobile", mobile);
			assertThat(this.client.as(this.administrator)
				.post("/api/v1/members", person)
				.refused(400, "INVALID_REQUEST")
				.text("/errors/0/pointer")).isEqualTo("/mobile");
		}
		person.remove("mobile");
		person.put("email", "nobody");
		this.client.as(this.administrator).post("/api/v1/members", person).refused(400, "INVALID_REQUEST");
	}

	private void invalid(String field, Object value, String pointer) {
		Map<String, Object> person = A.person(CUSTOMER_OPERATOR);
		person.put(field, value);
		assertThat(add(person).refused(400, "INVALID_REQUEST").text("/errors/0/pointer")).isEqualTo(pointer);
	}

	private Answer add(Object person) {
		return this.client.as(this.administrator).post("/api/v1/members", person);
	}

	private Answer change(Caller member, String ifMatch, Role... roles) {
		return this.client.as(this.administrator)
			.with("If-Match", ifMatch)
			.put(path(member), Map.of("displayName", "李伟", "roles", roles));
	}

	private String actions(Caller member) {
		return this.client.as(this.administrator).get(path(member)).expect(200).json().at("/allowedActions").toString();
	}

	private static Map<String, Object> supervisedBy(Caller supervisor, Role... roles) {
		Map<String, Object> person = A.person(roles);
		person.put("supervisorId", supervisor.memberId());
		return person;
	}

	private static String path(Caller member) {
		return "/api/v1/members/" + member.memberId();
	}

}
