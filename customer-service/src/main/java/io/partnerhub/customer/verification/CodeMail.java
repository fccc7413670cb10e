package io.partnerhub.customer.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.springframework.core.io.ClassPathResource;

/** The words a code is sent with, as a mail or a text message. */
record CodeMail(String subject, String text) {

	static CodeMail render(Channel channel, Language language, String operation, String code, Duration life) {
		String form = (channel == Channel.SMS) ? "sms" : "mail";
		String template = read("mail/code_" + form + "_" + language.locale().getLanguage() + ".txt");
		String filled = template.replace("{operation}", operation)
			.replace("{code}", code)
			.replace("{minutes}", String.valueOf(life.toMinutes()))
			.strip();
		int line = filled.indexOf('\n');
		return (line < 0) ? new CodeMail("", filled)
				: new CodeMail(filled.substring(0, line), filled.substring(line).strip().replace("\n", "\r\n"));
	}

	private static String read(String file) {
		try {
			return new ClassPathResource(file, CodeMail.class.getClassLoader())
				.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The language a person is addressed in; Chinese unless told. */
	enum Language {

		@JsonProperty("zh")
		ZH(Locale.CHINESE),

		@JsonProperty("en")
		EN(Locale.ENGLISH);

		private final Locale locale;

		Language(Locale locale) {
			this.locale = locale;
		}

		Locale locale() {
			return this.locale;
		}

	}

}
