package io.partnerhub.platform.page;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The conditions of a list that are really asked for, so that the database plans for
 * these alone and finds their index. A condition without a value is none.
 */
public final class Conditions {

	private final StringBuilder text = new StringBuilder("true");

	private final Map<String, Object> parameters = new LinkedHashMap<>();

	/** A condition that needs no value. */
	public Conditions and(String condition) {
		this.text.append("\n  and ").append(condition);
		return this;
	}

	/**
	 * Adds a condition if there is a value for it.
	 * @param parameter its name in the condition, after the colon
	 */
	public Conditions and(String condition, String parameter, @Nullable Object value) {
		if (value != null) {
			and(condition).with(parameter, value);
		}
		return this;
	}

	/** A value that a condition names. */
	public Conditions with(String parameter, Object value) {
		this.parameters.put(parameter, storable(value));
		return this;
	}

	/** Follows {@code where}. */
	public String text() {
		return this.text + "\n";
	}

	public Map<String, Object> parameters() {
		return this.parameters;
	}

	private static Object storable(Object value) {
		if (value instanceof Enum<?> code) {
			return code.name();
		}
		return (value instanceof Instant time) ? Timestamp.from(time) : value;
	}

}
