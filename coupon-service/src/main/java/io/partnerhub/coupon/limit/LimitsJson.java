package io.partnerhub.coupon.limit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Limits as they stand in a row; no limits are no value. */
@Component
public class LimitsJson {

	private final JsonMapper json;

	LimitsJson(JsonMapper json) {
		this.json = json.rebuild()
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
					DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.build();
	}

	public @Nullable String write(Limits limits) {
		return limits.equals(Limits.NONE) ? null : this.json.writeValueAsString(limits);
	}

	public Limits read(@Nullable String text) {
		return (text != null) ? this.json.readValue(text, Limits.class) : Limits.NONE;
	}

}
