package io.partnerhub.platform.web;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StorableTextsTests {

	private final JsonMapper json = JsonMapper.builder().addModule(new StorableTexts()).build();

	@ParameterizedTest
	@ValueSource(strings = { "\\ud800", "a\\udfffb", "\\udc00\\ud800", "\\ud83d\\ud83d\\ude00", "ends \\ud83d",
			"\\u0000", "nul\\u0000" })
	void refusesWhatNoDatabaseKeeps(String text) {
		assertThatExceptionOfType(MismatchedInputException.class)
			.isThrownBy(() -> this.json.readValue("{\"names\":[\"fine\",\"" + text + "\"]}", Order.class))
			.withMessageContaining("cannot be stored")
			.satisfies((ex) -> assertThat(ex.getPath()).hasSize(2));
		refuses("{\"facts\":{\"note\":\"" + text + "\"}}");
		refuses("{\"facts\":{\"" + text + "\":\"note\"}}");
		refuses("{\"any\":{\"note\":[\"" + text + "\"]}}");
		refuses("{\"name\":\"" + text + "\"}");
	}

	@Test
	void takesEverythingElse() {
		Order order = this.json.readValue("""
				{"name":"\\ud83d\\ude00 华北 \\u0001\\uffff","names":["", null],"facts":{"x":"y"},"any":1}""",
				Order.class);
		assertThat(order.name()).isEqualTo("\ud83d\ude00 华北 \u0001\uffff");
		assertThat(order.names()).containsExactly("", null);
	}

	private void refuses(String body) {
		assertThatExceptionOfType(MismatchedInputException.class)
			.isThrownBy(() -> this.json.readValue(body, Order.class))
			.withMessageContaining("cannot be stored");
	}

	record Order(String name, List<String> names, Map<String, String> facts, Object any) {
	}

}
