package io.partnerhub.opportunity.opportunity;

import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import io.partnerhub.opportunity.A;
import io.partnerhub.opportunity.OpportunityTest;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@OpportunityTest
class ListingOpportunitiesTests {

	private static final String PATH = "/api/v1/opportunities";

	private final HubClient client;

	private final Hears hears;

	private final UUID partner = Ids.next();

	private final UUID supervisor = Ids.next();

	private final UUID managerA = Ids.next();

	private final UUID managerC = Ids.next();

	private final Caller administrator = A.administrator(this.partner);

	private String ofA;

	private String ofC;

	private String ofNobody;

	ListingOpportunitiesTests(HubClient client, Hears hears) {
		this.client = client;
		this.hears = hears;
	}

	@BeforeEach
	void registerForThreeCustomers() {
		this.hears.event(A.managerUnder(this.partner, this.managerA, this.supervisor));
		this.hears.event(A.managerUnder(this.partner, this.managerC, Ids.next()));
		this.ofA = register(this.managerA, "Mail 邮箱上云");
		this.ofC = register(this.managerC, "Data_lake 100%");
		this.ofNobody = register(null, "Backup");
	}

	@Test
	@Tag("OPP-11")
	void showsAnAccountManagerHisOwnOnly() {
		assertThat(ids(A.manager(this.partner, this.managerA), "")).containsExactly(this.ofA);
	}

	@Test
	@Tag("OPP-11")
	void showsASupervisorTheTeamAndThoseOfNobody() {
		assertThat(ids(A.supervisor(this.partner, this.supervisor), "")).containsExactly(this.ofNobody, this.ofA);
	}

	@Test
	@Tag("OPP-11")
	void followsAChangeOfTeamAtOnce() {
		this.hears.event(A.managerUnder(this.partner, this.managerA, null));
		this.hears.event(A.managerUnder(this.partner, this.managerC, this.supervisor));
		assertThat(ids(A.supervisor(this.partner, this.supervisor), "")).containsExactly(this.ofNobody, this.ofC);
	}

	@Test
	@Tag("OPP-11")
	void showsAdministratorsAllOfThePartnerNewestFirst() {
		assertThat(ids(this.administrator, "")).containsExactly(this.ofNobody, this.ofC, this.ofA);
	}

	@Test
	@Tag("OPP-11")
	void showsOtherPartnersNothing() {
		Caller foreign = A.administrator(Ids.next());
		assertThat(ids(foreign, "")).isEmpty();
		this.client.as(foreign).get(PATH + "/" + this.ofA).refused(404, "NOT_FOUND");
		this.client.as(A.supervisor(Ids.next(), this.supervisor)).get(PATH + "/" + this.ofA).expect(404);
	}

	@Test
	@Tag("OPP-11")
	void hidesDetailsOutsideTheScope() {
		this.client.as(A.manager(this.partner, this.managerA)).get(PATH + "/" + this.ofC).expect(404);
		this.client.as(A.supervisor(this.partner, this.supervisor)).get(PATH + "/" + this.ofC).expect(404);
		Answer team = this.client.as(A.supervisor(this.partner, this.supervisor))
			.get(PATH + "/" + this.ofA)
			.expect(200);
		assertThat(team.json().at("/allowedActions")).isEmpty();
	}

	@Test
	void readsADetailWithItsVersion() {
		Answer answer = this.client.as(this.administrator).get(PATH + "/" + this.ofA).expect(200);
		assertThat(answer.header("ETag")).isEqualTo("\"1\"");
		assertThat(answer.text("/name")).isEqualTo("Mail 邮箱上云");
		assertThat(answer.text("/description")).isEqualTo("Two sites,\nthree databases");
		assertThat(answer.text("/cloudServices/1")).isEqualTo("rds");
		assertThat(answer.text("/launchDate")).isEqualTo("2026-06-01");
		assertThat(answer.text("/createdAt")).isEqualTo("2026-03-01T08:00:00Z");
		assertThat(answer.text("/allowedActions/0")).isEqualTo("CLOSE");
		this.client.as(this.administrator).get(PATH + "/" + Ids.next()).refused(404, "NOT_FOUND");
	}

	@Test
	void filtersByBeginningAndFromThreeCharactersByPart() {
		assertThat(ids(this.administrator, "?name=MA")).containsExactly(this.ofA);
		assertThat(ids(this.administrator, "?name=il")).isEmpty();
		assertThat(ids(this.administrator, "?name=ail")).containsExactly(this.ofA);
		assertThat(ids(this.administrator, "?name=%E7%AE%B1%E4%B8%8A%E4%BA%91")).containsExactly(this.ofA);
	}

	@Test
	void takesWildcardsInFiltersAsText() {
		assertThat(ids(this.administrator, "?name=%25")).isEmpty();
		assertThat(ids(this.administrator, "?name=ta_lake")).containsExactly(this.ofC);
		assertThat(ids(this.administrator, "?name=ta_la_e")).isEmpty();
		assertThat(ids(this.administrator, "?name=100%25")).containsExactly(this.ofC);
	}

	@Test
	void filtersByCustomerStateAndStage() {
		String customer = this.client.as(this.administrator).get(PATH + "/" + this.ofC).text("/customerId");
		assertThat(ids(this.administrator, "?customerId=" + customer)).containsExactly(this.ofC);
		assertThat(ids(this.administrator, "?state=CLOSED")).isEmpty();
		assertThat(ids(this.administrator, "?state=OPEN&stage=QUALIFYING")).hasSize(3);
		assertThat(ids(this.administrator, "?stage=SOLUTION")).isEmpty();
	}

	@Test
	void readsPageByPage() {
		Answer first = this.client.as(this.administrator).get(PATH + "?limit=2").expect(200);
		assertThat(ids(first)).containsExactly(this.ofNobody, this.ofC);
		Answer second = this.client.as(this.administrator)
			.get(PATH + "?limit=2&cursor=" + first.text("/nextCursor"))
			.expect(200);
		assertThat(ids(second)).containsExactly(this.ofA);
		assertThat(second.json().has("nextCursor")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "?limit=0", "?limit=101", "?cursor=x", "?state=GONE", "?customerId=7", "?color=red",
			"?name=", "?name=a%00b" })
	void refusesParametersThatMakeNoSense(String query) {
		this.client.as(this.administrator).get(PATH + query).refused(400, "INVALID_REQUEST");
	}

	@Test
	void refusesCallersWhoMayNotLook() {
		this.client.as(A.onlooker(this.partner)).get(PATH).refused(403, "ACCESS_DENIED");
		this.client.as(Caller.vendor("ops")).get(PATH).refused(403, "ACCESS_DENIED");
		this.client.asNobody().get(PATH).expect(401);
	}

	private String register(@Nullable UUID manager, String name) {
		UUID customer = Ids.next();
		this.hears.event(A.link(this.partner, customer, 1, manager));
		return this.client.as(this.administrator)
			.post(PATH, A.registration(customer, "name", name))
			.expect(201)
			.text("/id");
	}

	private List<String> ids(Caller caller, String query) {
		return ids(this.client.as(caller).get(PATH + query).expect(200));
	}

	private static List<String> ids(Answer answer) {
		return StreamSupport.stream(answer.json().at("/items").spliterator(), false)
			.map((item) -> item.at("/id").asString())
			.toList();
	}

}
