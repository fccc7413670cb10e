package io.partnerhub.customer.preregistration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.ProspectEvent.CustomerPreRegistrationDeleted;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Deleting many pre-registrations at once. */
@Tag("PRE-07")
class DeletingTests extends CustomerScenario {

	private static final String PATH = "/api/v1/pre-registrations";

	@Test
	void deletesEachForItself() {
		Partner partner = partner();
		UUID manager = Ids.next();
		String own = preRegister(partner.manager(manager), address());
		String colleagues = preRegister(partner.admin(), address());
		String foreign = preRegister(partner().admin(), address());
		String associated = associated(partner.manager(manager));
		String unknown = Ids.next().toString();
		this.announced.next();
		Answer answer = delete(partner.manager(manager), colleagues, foreign, associated, unknown, own);
		assertThat(outcomes(answer)).containsExactly(colleagues + " REFUSED ACCESS_DENIED",
				foreign + " REFUSED NOT_FOUND", associated + " REFUSED PREREG_NOT_OPEN", unknown + " REFUSED NOT_FOUND",
				own + " DELETED ");
		assertThat(this.announced.next())
			.containsExactly(new CustomerPreRegistrationDeleted(partner.id(), partner.id(), UUID.fromString(own)));
		assertThat(state(partner, own)).isEqualTo("DELETED");
		assertThat(state(partner, colleagues)).isEqualTo("REGISTERED");
	}

	@Test
	void isTheSameWhenRepeated() {
		Partner partner = partner();
		String id = preRegister(partner.admin(), address());
		this.announced.next();
		assertThat(outcomes(delete(partner.admin(), id, id))).containsExactly(id + " DELETED ", id + " DELETED ");
		assertThat(outcomes(delete(partner.admin(), id))).containsExactly(id + " DELETED ");
		assertThat(this.announced.next()).hasSize(1);
	}

	@Test
	void takesTheOpenInvitationsBack() {
		Partner partner = partner();
		String token = invite(partner.admin(), AssociationType.RESALE);
		String id = this.client.as(partner.admin()).get(PATH).text("/items/0/id");
		delete(partner.admin(), id);
		accept(somebody(), token).refused(409, "INVITE_EXPIRED");
	}

	@Test
	@Tag("PRE-03")
	@Tag("PRE-08")
	void makesRoomAndFreesTheCustomers() {
		Partner partner = partner();
		List<String> emails = IntStream.range(0, 100).mapToObj((number) -> address()).toList();
		List<String> ids = emails.stream().map((email) -> preRegister(partner.admin(), email)).toList();
		assertThat(outcomes(delete(partner.admin(), ids.toArray(String[]::new)))).hasSize(100)
			.allMatch((outcome) -> outcome.endsWith(" DELETED "));
		preRegister(partner.admin(), address());
		preRegister(partner().admin(), emails.getLast());
	}

	@Test
	void deletesOnceWhenManyAsk() throws Exception {
		Partner partner = partner();
		String first = preRegister(partner.admin(), address());
		String second = preRegister(partner.admin(), address());
		this.announced.next();
		List<Answer> answers = atOnce(Stream
			.<Callable<Answer>>of(() -> delete(partner.admin(), first, second),
					() -> delete(partner.admin(), second, first), () -> delete(partner.admin(), first, second),
					() -> this.client.as(partner.admin()).delete(PATH + "/" + first))
			.toList());
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.status()).isIn(200, 204));
		assertThat(this.announced.next()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "{\"ids\":[]}", "{\"ids\":[null]}", "{\"ids\":[\"x\"]}",
			"{\"ids\":[],\"all\":true}" })
	void refusesBadInput(String body) {
		this.client.as(partner().admin()).post(PATH + "/deletions", body).expect(400);
	}

	@Test
	void refusesMoreThanAHundredAndWhoeverMayNot() {
		Partner partner = partner();
		String id = preRegister(partner.admin(), address());
		List<String> many = new ArrayList<>(IntStream.range(0, 100).mapToObj((n) -> Ids.next().toString()).toList());
		many.add(id);
		this.client.as(partner.admin()).post(PATH + "/deletions", Map.of("ids", many)).refused(400, "INVALID_REQUEST");
		this.client.as(partner.finance())
			.post(PATH + "/deletions", Map.of("ids", List.of(id)))
			.refused(403, "ACCESS_DENIED");
		assertThat(state(partner, id)).isEqualTo("REGISTERED");
	}

	private Answer delete(Caller caller, String... ids) {
		return this.client.as(caller).post(PATH + "/deletions", Map.of("ids", List.of(ids))).expect(200);
	}

	private String associated(Caller manager) {
		String token = invite(manager, AssociationType.RESALE);
		accept(somebody(), token).expect(201);
		return this.client.as(manager).get(PATH + "?state=ASSOCIATED").text("/items/0/id");
	}

	private String state(Partner partner, String id) {
		return this.client.as(partner.admin()).get(PATH + "/" + id).expect(200).text("/state");
	}

	private static List<String> outcomes(Answer answer) {
		List<String> outcomes = new ArrayList<>();
		for (JsonNode item : answer.json().at("/items")) {
			outcomes.add(item.path("id").asString() + " " + item.path("result").asString() + " "
					+ item.path("code").asString(""));
		}
		return outcomes;
	}

}
