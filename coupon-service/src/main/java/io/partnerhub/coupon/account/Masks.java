package io.partnerhub.coupon.account;

import org.jspecify.annotations.Nullable;

/**
 * How a customer's name looks to a partner: enough to tell two apart for who knows them
 * (X-03).
 */
public final class Masks {

	private static final String HIDDEN = "***";

	private Masks() {
	}

	/** 云岭科技 becomes 云***; of a single character nothing stays. */
	public static @Nullable String name(@Nullable String name) {
		if (name == null) {
			return null;
		}
		return (name.codePointCount(0, name.length()) > 1) ? Character.toString(name.codePointAt(0)) + HIDDEN : HIDDEN;
	}

}
