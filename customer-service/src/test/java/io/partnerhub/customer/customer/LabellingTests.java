package io.partnerhub.customer.customer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Partners tag their customers. */
class LabellingTests extends CustomerScenario {

	private static final String PATH = "/api/v1/customers/";

	private Partner partner;

	private UUID id;

	@BeforeEach
	void aCustomer() {
		this.partner = partner();
		this.id = customerOf(this.partner, AssociationType.RESALE);
	}

	@Test
	void tagsAndUntags() {
		Answer tagged = label(this.partner.operator(), "\"1\"", "VIP").expect(200);
		assertThat(tagged.text("/label")).isEqualTo("VIP");
		assertThat(tagged.header("ETag")).isEqualTo("\"2\"");
		assertThat(found("VIP")).isOne();
		assertThat(found("vip")).isZero();
		assertThat(label(this.partner.admin(), "\"2\"", null).expect(200).json().has("label")).isFalse();
		assertThat(found("VIP")).isZero();
		label(this.partner.admin(), "\"3\"", "x".repeat(64)).expect(200);
	}

	@Test
	void wantsTheVersionItIsBasedOn() {
		label(this.partner.admin(), "", "VIP").refused(428, "IF_MATCH_REQUIRED");
		label(this.partner.admin(), "\"2\"", "VIP").refused(412, "STALE");
		assertThat(found("VIP")).isZero();
	}

	@Test
	void letsOneOfManyWin() throws Exception {
		List<Answer> answers = atOnce(IntStream.range(0, 5)
			.<Callable<Answer>>mapToObj((number) -> () -> label(this.partner.admin(), "\"1\"", "tag" + number))
			.toList());
		assertThat(answers).filteredOn((answer) -> answer.status() == 200).hasSize(1);
		assertThat(answers).filteredOn((answer) -> answer.status() != 200)
			.allSatisfy((answer) -> answer.refused(412, "STALE"));
	}

	@Test
	void refusesStrangersAndColleagues() {
		label(partner().admin(), "\"1\"", "VIP").refused(404, "NOT_FOUND");
		label(this.partner.manager(Ids.next()), "\"1\"", "VIP").refused(403, "ACCESS_DENIED");
		label(this.partner.finance(), "\"1\"", "VIP").refused(403, "ACCESS_DENIED");
		this.client.as(this.partner.admin())
			.with("If-Match", "\"1\"")
			.put(PATH + Ids.next() + "/label", Map.of("label", "VIP"))
			.refused(404, "NOT_FOUND");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"label\":\"\"}", "{\"tag\":\"VIP\"}", "{\"label\":[]}", "[]",
			"{\"label\":\"12345678901234567890123456789012345678901234567890123456789012345\"}" })
	void refusesBadBodies(String body) {
		this.client.as(this.partner.admin()).with("If-Match", "\"1\"").put(PATH + this.id + "/label", body).expect(400);
		assertThat(this.client.as(this.partner.admin()).get(PATH + this.id).header("ETag")).isEqualTo("\"1\"");
	}

	private Answer label(Caller caller, String ifMatch, @Nullable String label) {
		Map<String, Object> body = new HashMap<>();
		body.put("label", label);
		return this.client.as(caller).with("If-Match", ifMatch).put(PATH + this.id + "/label", body);
	}

	private int found(String label) {
		return this.client.as(this.partner.admin())
			.get("/api/v1/customers?label=" + label)
			.expect(200)
			.json()
			.at("/items")
			.size();
	}

}
