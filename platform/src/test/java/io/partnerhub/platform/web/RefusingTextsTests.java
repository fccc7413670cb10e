package io.partnerhub.platform.web;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.TinyService;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.ServiceTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@TestPropertySource(properties = { "spring.application.name=coupon-service",
		"spring.flyway.locations=classpath:db/platform", "spring.messages.basename=platform-problems" })
class RefusingTextsTests {

	private final HubClient client;

	private final TinyService.Effects effects;

	@Autowired
	RefusingTextsTests(HubClient client, TinyService.Effects effects) {
		this.client = client;
		this.effects = effects;
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\ud800", "\\u0000" })
	void refusesTextsThatCannotBeStored(String text) {
		HubClient.Answer answer = this.client.as(Caller.vendor("vera"))
			.with("Idempotency-Key", Ids.next().toString())
			.post("/api/v1/effects", "{\"name\":\"" + text + "\"}")
			.refused(400, "INVALID_REQUEST");
		assertThat(answer.text("/errors/0/pointer")).isEqualTo("/name");
		assertThat(answer.text("/errors/0/code")).isEqualTo("WRONG_VALUE");
		assertThat(this.effects.count("?")).isZero();
	}

}
