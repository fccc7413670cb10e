package io.partnerhub.customer.invitation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The language an invited customer is addressed in; Chinese unless told. */
enum Language {

	@JsonProperty("zh")
	ZH("zh"),

	@JsonProperty("en")
	EN("en");

	private final String code;

	Language(String code) {
		this.code = code;
	}

	String code() {
		return this.code;
	}

	static Language orChinese(@Nullable Language told) {
		return (told != null) ? told : ZH;
	}

	static Language of(String code) {
		return code.equals("en") ? EN : ZH;
	}

}
