package io.partnerhub.opportunity.opportunity;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.Amount;
import io.partnerhub.contracts.OpportunityEvent.OpportunityCreated;
import io.partnerhub.opportunity.A;
import io.partnerhub.opportunity.OpportunityTest;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@OpportunityTest
class RegisteringOpportunitiesTests {

	private static final String PATH = "/api/v1/opportunities";

	private final HubClient client;

	private final Hears hears;

	private final Announced announced;

	private final UUID partner = Ids.next();

	private final UUID customer = Ids.next();

	private final UUID manager = Ids.next();

	private final Caller administrator = A.administrator(this.partner);

	RegisteringOpportunitiesTests(HubClient client, Hears hears, Announced announced) {
		this.client = client;
		this.hears = hears;
		this.announced = announced;
	}

	@BeforeEach
	void linkCustomer() {
		this.hears.event(A.link(this.partner, this.customer, 1, this.manager));
		this.announced.next();
	}

	@Test
	@Tag("OPP-01")
	void registersForAnAssociatedCustomerAndAnnouncesIt() {
		Answer answer = this.client.as(this.administrator).post(PATH, A.registration(this.customer)).expect(201);
		assertThat(answer.text("/state")).isEqualTo("OPEN");
		assertThat(answer.text("/stage")).isEqualTo("QUALIFYING");
		assertThat(answer.text("/expectedRevenue/amount")).isEqualTo("120000.00");
		assertThat(answer.json().at("/warnings")).isEmpty();
		assertThat(this.announced.next()).containsExactly(new OpportunityCreated(this.partner, this.partner,
				this.customer, UUID.fromString(answer.text("/id")), this.manager, new Amount("120000.00", "CNY")));
	}

	@Test
	@Tag("OPP-02")
	void givesTheOpportunityToTheAccountManagerOfTheCustomer() {
		Answer answer = this.client.as(A.manager(this.partner, this.manager))
			.post(PATH, A.registration(this.customer))
			.expect(201);
		assertThat(answer.text("/accountManagerId")).isEqualTo(this.manager.toString());
		assertThat(answer.text("/allowedActions/0")).isEqualTo("CLOSE");
	}

	@Test
	@Tag("OPP-02")
	void refusesAnAccountManagerForTheCustomerOfAnother() {
		this.client.as(A.manager(this.partner, Ids.next()))
			.post(PATH, A.registration(this.customer))
			.refused(403, "OPPORTUNITY_CUSTOMER_NOT_OWNED");
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	@Tag("OPP-03")
	void refusesSupervisors() {
		this.client.as(A.supervisor(this.partner, Ids.next()))
			.post(PATH, A.registration(this.customer))
			.refused(403, "OPPORTUNITY_SUPERVISOR_READ_ONLY");
	}

	@Test
	void refusesEverybodyWithoutThePermissionItem() {
		this.client.as(A.onlooker(this.partner))
			.post(PATH, A.registration(this.customer))
			.refused(403, "ACCESS_DENIED");
		this.client.as(Caller.customer("acme", this.customer))
			.post(PATH, A.registration(this.customer))
			.refused(403, "ACCESS_DENIED");
		this.client.asNobody().post(PATH, A.registration(this.customer)).expect(401);
	}

	@Test
	@Tag("OPP-01")
	void knowsNeitherForeignNorUnheardOfCustomers() {
		this.client.as(A.administrator(Ids.next())).post(PATH, A.registration(this.customer)).refused(404, "NOT_FOUND");
		this.client.as(this.administrator).post(PATH, A.registration(Ids.next())).refused(404, "NOT_FOUND");
	}

	@ParameterizedTest
	@ValueSource(strings = { "expectedRevenue", "firstYearRevenue", "monthlyRevenue", "launchDate" })
	@Tag("OPP-06")
	void requiresEveryFieldOfTheRevenuePage(String field) {
		Answer answer = this.client.as(this.administrator)
			.post(PATH, A.registration(this.customer, field, null))
			.refused(400, "OPPORTUNITY_REVENUE_REQUIRED");
		assertThat(answer.text("/missing/0")).isEqualTo(field);
	}

	@ParameterizedTest
	@CsvSource({ "0.00", "-1.00", "1.234", "1e400" })
	void refusesAmountsThatAreNoRevenue(String amount) {
		refuses("expectedRevenue", A.money(amount), "/expectedRevenue");
	}

	@Test
	void refusesOtherCurrencies() {
		refuses("monthlyRevenue", Map.of("amount", "1.00", "currency", "USD"), "/monthlyRevenue");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\u3000", "two\nlines", "nul\u0000" })
	void refusesNamesThatAreNoLine(String name) {
		refuses("name", name, "/name");
	}

	@Test
	void keepsTheLimitsOfTexts() {
		refuses("name", "x".repeat(101), "/name");
		refuses("description", "x".repeat(2001), "/description");
		refuses("cloudServices", List.of(), "/cloudServices");
		refuses("cloudServices", java.util.Collections.nCopies(21, "ecs"), "/cloudServices");
		refuses("cloudServices", List.of(" "), "/cloudServices/0");
		refuses("customerId", null, "/customerId");
		refuses("expectedSignDate", null, "/expectedSignDate");
		refuses("expectedSignDate", "2026-02-28", "/expectedSignDate");
		refuses("launchDate", "2026-03-31", "/launchDate");
		refuses("surprise", "x", "/surprise");
	}

	@Test
	void acceptsTheLimitsThemselves() {
		Map<String, Object> registration = A.registration(this.customer, "name", "商".repeat(100));
		registration.put("description", "述".repeat(2000));
		registration.put("cloudServices", java.util.stream.IntStream.range(0, 20).mapToObj((i) -> "s" + i).toList());
		registration.put("expectedSignDate", "2026-03-01");
		registration.put("launchDate", "2026-03-01");
		this.client.as(this.administrator).post(PATH, registration).expect(201);
	}

	@Test
	void refusesWhatIsNoJson() {
		this.client.as(this.administrator).post(PATH, "{\"name\":").refused(400, "MALFORMED_JSON");
		this.client.as(this.administrator).post(PATH, "{\"customerId\":7}").expect(400);
	}

	@Test
	@Tag("OPP-18")
	void warnsOfAnOpenTwinAndNamesIt() {
		Answer first = this.client.as(this.administrator).post(PATH, A.registration(this.customer)).expect(201);
		Answer second = this.client.as(this.administrator)
			.post(PATH, A.registration(this.customer, "name", "erp TO  the cloud"))
			.expect(201);
		assertThat(second.text("/warnings/0/code")).isEqualTo("OPPORTUNITY_DUPLICATE");
		assertThat(second.text("/warnings/0/opportunityId")).isEqualTo(first.text("/id"));
	}

	@Test
	void registersOnceForARepeatedRequest() {
		HubClient.As repeating = this.client.as(this.administrator).with("Idempotency-Key", "once-" + this.customer);
		Answer first = repeating.post(PATH, A.registration(this.customer)).expect(201);
		Answer second = repeating.post(PATH, A.registration(this.customer)).expect(201);
		assertThat(second.text("/id")).isEqualTo(first.text("/id"));
		assertThat(this.announced.next(OpportunityCreated.class)).hasSize(1);
	}

	private void refuses(String field, @org.jspecify.annotations.Nullable Object value, String pointer) {
		Answer answer = this.client.as(this.administrator)
			.post(PATH, A.registration(this.customer, field, value))
			.refused(400, "INVALID_REQUEST");
		assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
		assertThat(this.announced.next()).isEmpty();
	}

}
