package io.partnerhub.coupon.export;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.partnerhub.platform.privacy.Masks;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What an export may hold, and how it looks (X-03, X-05, LOG-01). */
final class ExportRules {

	/** With what a spreadsheet program takes a text for a formula. */
	private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

	private static final Pattern EMAIL = Pattern
		.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

	private static final Pattern PHONE = Pattern.compile("\\+?\\d(?:[ -]?\\d){6,15}");

	private ExportRules() {
	}

	/** not more than so many months, counted in UTC. */
	static void checkRange(Instant from, Instant to, int months) {
		if (!from.isBefore(to)) {
			throw Problem.invalid("/to", "OUT_OF_RANGE", "must be later than from");
		}
		if (to.isAfter(from.atZone(ZoneOffset.UTC).plusMonths(months).toInstant())) {
			throw Problem.badRequest("EXPORT_RANGE_TOO_LONG", "At most " + months + " months of records in one export.")
				.with("months", months);
		}
	}

	/** a name shows its first character. */
	static String name(@Nullable String name) {
		return (name != null) ? text(Masks.name(name)) : "";
	}

	/** A text that people wrote: addresses and telephone numbers in it are hidden. */
	static String written(@Nullable String text) {
		if (text == null) {
			return "";
		}
		String hidden = EMAIL.matcher(text).replaceAll((found) -> Matcher.quoteReplacement(Masks.email(found.group())));
		return text(PHONE.matcher(hidden)
			.replaceAll((found) -> Matcher.quoteReplacement(Masks.mobile(found.group().replaceAll("[ -]", "")))));
	}

	/** No spreadsheet program computes it. */
	static String text(String text) {
		return (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
	}

}
