package io.partnerhub.customer.contact;

import java.util.Locale;
import java.util.regex.Pattern;

import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One prospect, one way to write him: e-mails in lower case and mobile numbers in E.164,
 * so that two partners cannot reserve the same one in two spellings (PRE-08).
 */
public final class ContactRules {

	private static final Pattern CHINA_MOBILE = Pattern.compile("1[3-9]\\d{9}");

	private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

	private ContactRules() {
	}

	public static String email(String email) {
		return email.strip().toLowerCase(Locale.ROOT);
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
