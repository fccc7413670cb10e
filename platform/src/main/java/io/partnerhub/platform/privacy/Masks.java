package io.partnerhub.platform.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How personal data looks while it is hidden: enough to tell two rows apart for who knows
 * them, too little to reach anybody (X-03). The same value always looks the same, and
 * nothing tells how long it is.
 */
public final class Masks {

	private static final String HIDDEN = "***";

	/** What stays visible, the four digits that do not, and the last four. */
	private static final Pattern NUMBER = Pattern.compile("(.*?).{0,4}(.{4})", Pattern.DOTALL);

	/** The first part of an Internet address, with the sign after it. */
	private static final Pattern FIRST_PART = Pattern.compile("([0-9A-Fa-f]+[.:]).*", Pattern.DOTALL);

	private Masks() {
	}

	/** 云岭科技 becomes 云***; of a single character nothing stays. */
	public static String name(String name) {
		return (name.codePointCount(0, name.length()) > 1) ? Character.toString(name.codePointAt(0)) + HIDDEN : HIDDEN;
	}

	/** li.lei@acme.example becomes l***@a***.example. */
	public static String email(String email) {
		int at = email.lastIndexOf('@');
		if (at < 0) {
			return name(email);
		}
		String host = email.substring(at + 1);
		int dot = host.lastIndexOf('.');
		String top = (dot > 0) ? host.substring(dot) : "";
		return name(email.substring(0, at)) + "@" + name((dot > 0) ? host.substring(0, dot) : host) + top;
	}

	/** +8613812345678 becomes +86138****5678; of a short number nothing stays. */
	public static String mobile(String mobile) {
		Matcher number = NUMBER.matcher(mobile);
		boolean longEnough = mobile.length() >= 8 && number.matches();
		return longEnough ? number.group(1) + "****" + number.group(2) : "****";
	}

	/** 203.0.113.7 becomes 203.***, 2001:db8::7 becomes 2001:***. */
	public static String address(String address) {
		Matcher parts = FIRST_PART.matcher(address);
		return parts.matches() ? parts.group(1) + HIDDEN : HIDDEN;
	}

}
