package io.partnerhub.customer.invitation;

import com.fasterxml.jackson.annotation.JsonProperty;

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

	static Language of(String code) {
		return code.equals("en") ? EN : ZH;
	}

}
