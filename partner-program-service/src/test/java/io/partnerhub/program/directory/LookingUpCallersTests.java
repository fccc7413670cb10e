package io.partnerhub.program.directory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.program.A;
import io.partnerhub.program.ProgramTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the gateway learns about logins and keys, and that nobody else does. */
@ProgramTest
class LookingUpCallersTests {

	private static final Caller GATEWAY = Caller.service("gateway");

	private final HubClient client;

	private final A a;

	LookingUpCallersTests(HubClient client, A a) {
		this.client = client;
		this.a = a;
	}

	@Test
	@Tag("ORG-01")
	void knowsAMemberByItsLogin() {
		Caller distributor = this.a.partner(PartnerType.DISTRIBUTOR);
		Caller reseller = this.a.resellerOf(distributor);
		Map<String, Object> person = A.person(Role.ACCOUNT_MANAGER);
		String id = this.client.as(reseller).post("/api/v1/members", person).expect(201).text("/id");
		Answer known = login(A.ISSUER, (String) person.get("subject")).expect(200);
		assertThat(known.text("/kind")).isEqualTo("PARTNER");
		assertThat(known.text("/login")).isEqualTo(person.get("loginName"));
		assertThat(known.text("/partnerId")).isEqualTo(distributor.owner().toString());
		assertThat(known.text("/ownerPartnerId")).isEqualTo(reseller.owner().toString());
		assertThat(known.text("/partnerType")).isEqualTo("RESELLER");
		assertThat(known.text("/memberId")).isEqualTo(id);
		assertThat(known.text("/roles/0")).isEqualTo("ACCOUNT_MANAGER");
		assertThat(known.text("/scope")).isEqualTo("OWN");
		assertThat(known.json().at("/permissions").toString()).contains("DEVELOP_CUSTOMERS")
			.doesNotContain("ISSUE_VOUCHERS");
	}

	@Test
	@Tag("ORG-01")
	void doesNotKnowStrangersNorWhoeverLeft() {
		Caller partner = this.a.partner(PartnerType.DISTRIBUTOR);
		Map<String, Object> person = A.person(Role.CUSTOMER_OPERATOR);
		String id = this.client.as(partner).post("/api/v1/members", person).expect(201).text("/id");
		login("https://other.example.com", (String) person.get("subject")).refused(404, "NOT_FOUND");
		login(A.ISSUER, "stranger").refused(404, "NOT_FOUND");
		this.client.as(partner).delete("/api/v1/members/" + id).expect(204);
		login(A.ISSUER, (String) person.get("subject")).refused(404, "NOT_FOUND");
	}

	@Test
	void knowsAVendorOperatorFromConfiguration() {
		Answer known = login(A.VENDOR_ISSUER, A.VENDOR_SUBJECT).expect(200);
		assertThat(known.json().toString()).isEqualTo("{\"kind\":\"VENDOR\",\"login\":\"vendor-operator\"}");
	}

	@Test
	@Tag("API-12")
	void handsTheGatewayThePartnersSecret() {
		Caller partner = this.a.partner(PartnerType.SOLUTION_PROVIDER);
		Answer created = this.client.as(partner).post("/api/v1/credentials", "").expect(201);
		Answer known = key(created.text("/accessKey")).expect(200);
		assertThat(known.text("/secret")).isEqualTo(created.text("/secretKey"));
		assertThat(known.text("/kind")).isEqualTo("PARTNER");
		assertThat(known.text("/ownerPartnerId")).isEqualTo(partner.owner().toString());
		assertThat(known.text("/partnerType")).isEqualTo("SOLUTION_PROVIDER");
		assertThat(known.text("/state")).isEqualTo("ACTIVE");
		assertThat(known.json().at("/permissions").toString()).contains("APPROPRIATE").doesNotContain("PASS_QUOTA");
		this.client.as(partner).delete("/api/v1/credentials/" + created.text("/accessKey")).expect(204);
		key(created.text("/accessKey")).refused(404, "NOT_FOUND");
	}

	@Test
	void handsTheGatewayTheCustomersSecret() {
		UUID customer = this.a.customer();
		Answer created = this.client.as(A.VENDOR)
			.post("/api/v1/vendor/credentials", Map.of("customerId", customer))
			.expect(201);
		Answer known = key(created.text("/accessKey")).expect(200);
		assertThat(known.text("/secret")).isEqualTo(created.text("/secretKey"));
		assertThat(known.text("/kind")).isEqualTo("CUSTOMER");
		assertThat(known.text("/customerId")).isEqualTo(customer.toString());
		assertThat(known.json().at("/permissions").isEmpty()).isTrue();
		assertThat(known.json().has("partnerId")).isFalse();
	}

	@Test
	void knowsThePeopleAndKeysOfAFrozenPartner() {
		Caller partner = this.a.partner(PartnerType.SOLUTION_PROVIDER);
		Map<String, Object> person = A.person(Role.CUSTOMER_OPERATOR);
		this.client.as(partner).post("/api/v1/members", person).expect(201);
		String accessKey = this.client.as(partner).post("/api/v1/credentials", "").expect(201).text("/accessKey");
		this.client.as(A.VENDOR)
			.put("/api/v1/vendor/partners/" + partner.owner() + "/status", Map.of("status", "FROZEN"))
			.expect(200);
		login(A.ISSUER, (String) person.get("subject")).expect(200);
		key(accessKey).expect(200);
	}

	@Test
	void answersNobodyButServices() {
		Caller partner = this.a.partner(PartnerType.SOLUTION_PROVIDER);
		String accessKey = this.client.as(partner).post("/api/v1/credentials", "").expect(201).text("/accessKey");
		for (Caller caller : new Caller[] { partner, A.VENDOR, Caller.customer("c", Ids.next()), Caller.anonymous() }) {
			this.client.as(caller).get("/internal/credentials/" + accessKey).refused(403, "ACCESS_DENIED");
			this.client.as(caller).get("/internal/members?issuer=a&subject=b").refused(403, "ACCESS_DENIED");
		}
		this.client.asNobody().get("/internal/credentials/" + accessKey).refused(401, "UNAUTHENTICATED");
		this.client.as(GATEWAY).get("/internal/members?issuer=a").refused(400, "INVALID_REQUEST");
	}

	private Answer login(String issuer, String subject) {
		return this.client.as(GATEWAY)
			.get("/internal/members?issuer=" + URLEncoder.encode(issuer, StandardCharsets.UTF_8) + "&subject="
					+ URLEncoder.encode(subject, StandardCharsets.UTF_8));
	}

	private Answer key(String accessKey) {
		return this.client.as(GATEWAY).get("/internal/credentials/" + accessKey);
	}

}
