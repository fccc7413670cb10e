package io.partnerhub.customer.mail;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The language a person is addressed in. */
public enum Language {

	@JsonProperty("zh")
	ZH(Locale.CHINESE),

	@JsonProperty("en")
	EN(Locale.ENGLISH);

	private final Locale locale;

	Language(Locale locale) {
		this.locale = locale;
	}

	public static Language of(String code) {
		return code.equals("en") ? EN : ZH;
	}

	public Locale locale() {
		return this.locale;
	}

	public String code() {
		return this.locale.getLanguage();
	}

	/** The one of two texts that is in this language. */
	public String choose(String zh, String en) {
		return (this == ZH) ? zh : en;
	}

}
