package io.partnerhub.platform.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.UUID;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How the vendor-compatible API writes times and amounts: UTC seconds without a fraction,
 * yuan with two decimals.
 */
public final class Wire {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'")
		.withResolverStyle(ResolverStyle.STRICT)
		.withZone(ZoneOffset.UTC);

	/** An id that no row has. */
	private static final UUID NOBODY = new UUID(0, 0);

	private Wire() {
	}

	public static @Nullable String time(@Nullable Instant instant) {
		return (instant != null) ? TIME.format(instant) : null;
	}

	/** Reads a time filter; absent stays absent, anything unreadable is refused. */
	public static @Nullable Instant instant(String field, @Nullable String text) {
		if (text == null) {
			return null;
		}
		try {
			return TIME.parse(text, Instant::from);
		}
		catch (DateTimeException ex) {
			throw Problem.invalid("/" + field, "WRONG_VALUE", "A time looks like 2026-03-01T08:00:00Z.");
		}
	}

	/** Reads an amount of money that moves: more than zero, at most two decimals. */
	public static Money positive(String field, @Nullable BigDecimal amount) {
		if (amount == null) {
			throw Problem.invalid("/" + field, "REQUIRED", "must be given");
		}
		try {
			Money money = Money.of(amount);
			if (money.isPositive()) {
				return money;
			}
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			throw Problem.invalid("/" + field, "WRONG_VALUE", String.valueOf(ex.getMessage()));
		}
		throw Problem.invalid("/" + field, "OUT_OF_RANGE", "must be more than 0.00");
	}

	/** Reads a whole number; absent stays absent. */
	public static @Nullable Integer number(String field, @Nullable String text) {
		if (text == null || text.isEmpty()) {
			return null;
		}
		try {
			return Integer.valueOf(text);
		}
		catch (NumberFormatException ex) {
			throw Problem.invalid("/" + field, "WRONG_TYPE", field + " is a whole number.");
		}
	}

	/**
	 * Reads an id filter: what is no id of ours finds nothing, as an unknown one would.
	 */
	public static @Nullable UUID id(@Nullable String text) {
		return (text == null || text.isEmpty()) ? null : Ids.parse(text).orElse(NOBODY);
	}

	/** Takes an empty filter as none, as this face does. */
	public static @Nullable String filter(@Nullable String text) {
		return (text == null || text.isEmpty()) ? null : text;
	}

}
