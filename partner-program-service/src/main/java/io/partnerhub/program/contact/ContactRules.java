package io.partnerhub.program.contact;

import java.util.Locale;
import java.util.regex.Pattern;

import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Where codes and notices go is written in one way: e-mails in lower case and mobile
 * numbers in E.164, those of mainland China also without their country code.
 */
public final class ContactRules {

	private static final Pattern CHINA_MOBILE = Pattern.compile("1[3-9]\\d{9}");

	private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

	private ContactRules() {
	}

	public static @Nullable String email(@Nullable String email) {
		return (email != null) ? email.strip().toLowerCase(Locale.ROOT) : null;
	}

	public static @Nullable String mobile(@Nullable String mobile) {
		if (mobile == null) {
			return null;
		}
		String digits = mobile.replaceAll("[ -]", "");
		if (CHINA_MOBILE.matcher(digits).matches()) {
			return "+86" + digits;
		}
		if (!E164.matcher(digits).matches()) {
			throw Problem.invalid("/mobile", "WRONG_VALUE",
					"A mobile number of mainland China, or one that starts with + and the country code.");
		}
		return digits;
	}

}
