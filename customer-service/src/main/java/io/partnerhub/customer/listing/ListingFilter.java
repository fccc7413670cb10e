package io.partnerhub.customer.listing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The criteria that are really asked for; all of them have to hold. */
public final class ListingFilter {

	private final Map<Criterion, Object> criteria = new EnumMap<>(Criterion.class);

	/** Adds a criterion; one without a value is none. */
	public ListingFilter with(Criterion criterion, @Nullable Object value) {
		if (value != null) {
			this.criteria.put(criterion, storable(value));
		}
		return this;
	}

	/** Adds the beginning of a text, in which nothing is wild. */
	public ListingFilter beginning(Criterion criterion, @Nullable String text) {
		return with(criterion, (text != null) ? text.replaceAll("([\\\\%_])", "\\\\$1") + "%" : null);
	}

	/** Whether an index yields what is asked for newest first. */
	boolean inOrder() {
		return this.criteria.keySet().stream().allMatch(Criterion::inOrder);
	}

	/** Whether a text is asked for that may stand anywhere. */
	boolean infix() {
		return this.criteria.keySet().stream().anyMatch(Criterion::infix);
	}

	/** Whether only few rows can match. */
	boolean narrow() {
		return this.criteria.keySet().stream().anyMatch(Criterion::narrow);
	}

	/** Whether nothing but beginnings of names is asked for. */
	boolean namesOnly() {
		return this.criteria.keySet()
			.stream()
			.allMatch((criterion) -> criterion == Criterion.NAME_PREFIX || criterion == Criterion.ACCOUNT_PREFIX);
	}

	String conditions() {
		return ordered() + others();
	}

	/** The conditions that an index answers newest first. */
	String ordered() {
		return conditions(Criterion::inOrder);
	}

	/** The conditions that need looking through rows, or sorting them. */
	String others() {
		return conditions((criterion) -> !criterion.inOrder());
	}

	Map<String, Object> parameters() {
		Map<String, Object> parameters = new HashMap<>();
		this.criteria.forEach((criterion, value) -> parameters.put(criterion.parameter(), value));
		return parameters;
	}

	private String conditions(Predicate<Criterion> which) {
		return this.criteria.entrySet()
			.stream()
			.filter((each) -> which.test(each.getKey()))
			.map((each) -> "and " + each.getKey().condition(each.getValue()) + "\n")
			.collect(Collectors.joining());
	}

	private static Object storable(Object value) {
		if (value instanceof String text && text.indexOf('\0') >= 0) {
			throw Problem.badRequest("INVALID_REQUEST", "No text holds the character 0.");
		}
		if (value instanceof Enum<?> code) {
			return code.name();
		}
		return (value instanceof Instant time) ? Timestamp.from(time) : value;
	}

}
