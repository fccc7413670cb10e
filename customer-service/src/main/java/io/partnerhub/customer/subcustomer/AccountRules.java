package io.partnerhub.customer.subcustomer;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What account names, passwords and mobile numbers of new customers look like (INV-11).
 */
final class AccountRules {

	private static final Pattern NAME = Pattern.compile("[a-zA-Z_-][a-zA-Z0-9_-]{4,31}");

	private static final Pattern LOGIN_NAME = Pattern.compile("[a-zA-Z-][a-zA-Z0-9_-]{4,31}");

	private static final Pattern MOBILE = Pattern.compile("(0086-)?1[3-9]\\d{9}");

	private static final List<Pattern> CLASSES = List.of(Pattern.compile("[a-z]"), Pattern.compile("[A-Z]"),
			Pattern.compile("[0-9]"), Pattern.compile("[^a-zA-Z0-9]"));

	private AccountRules() {
	}

	/** The name as given, or one of 32 characters made from a fresh id. */
	static String accountName(@Nullable String given, UUID fresh) {
		if (given == null || given.isEmpty()) {
			return "c" + fresh.toString().replace("-", "").substring(1);
		}
		if (!NAME.matcher(given).matches() || reserved(given)) {
			throw Problem.badRequest("CBC.99000031", "The account name is not allowed.");
		}
		return given;
	}

	/** A name that somebody asks about: the same but for a leading underscore. */
	static boolean isLoginName(String name) {
		return LOGIN_NAME.matcher(name).matches() && !reserved(name);
	}

	static void password(@Nullable String password, String accountName, @Nullable String mobile) {
		if (password != null && !strong(password, accountName, mobile)) {
			throw Problem.badRequest("CBC.99000036",
					"A password has two of four kinds of characters and contains neither the account name, "
							+ "straight or reversed, nor the mobile number.");
		}
	}

	/** The number with its country code, as the hub writes numbers; empty is none. */
	static @Nullable String mobile(@Nullable String mobile) {
		if (mobile == null || mobile.isEmpty()) {
			return null;
		}
		if (!MOBILE.matcher(mobile).matches()) {
			throw Problem.badRequest("CBC.5017", "The mobile number is not one of mainland China.");
		}
		return "+86" + mobile.substring(mobile.length() - 11);
	}

	private static boolean reserved(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return lower.startsWith("op_") || lower.startsWith("shadow_") || name.chars().allMatch(Character::isDigit);
	}

	private static boolean strong(String password, String accountName, @Nullable String mobile) {
		long classes = CLASSES.stream().filter((kind) -> kind.matcher(password).find()).count();
		String reversed = new StringBuilder(accountName).reverse().toString();
		return classes >= 2 && !password.equalsIgnoreCase(accountName) && !password.equalsIgnoreCase(reversed)
				&& (mobile == null || !password.contains(mobile.substring(3)));
	}

}
