package io.partnerhub.customer.privacy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which personal columns of a list are asked for in clear, read from
 * {@code ?reveal=customerName,email}; all others are masked.
 */
public record Reveal(Set<PersonalField> fields) {

	private static final Reveal NOTHING = new Reveal(Set.of());

	/**
	 * Reads the parameter.
	 * @param parameter names of columns with commas between them, or nothing
	 * @param offered the personal columns that the list has
	 */
	public static Reveal of(@Nullable String parameter, PersonalField... offered) {
		if (parameter == null) {
			return NOTHING;
		}
		Set<PersonalField> fields = EnumSet.noneOf(PersonalField.class);
		for (String column : parameter.split(",", -1)) {
			fields.add(PersonalField.named(column.strip())
				.filter(List.of(offered)::contains)
				.orElseThrow(() -> unknown(column, offered)));
		}
		return new Reveal(fields);
	}

	/** Everything masked. */
	public static Reveal nothing() {
		return NOTHING;
	}

	/** The value in clear if it was asked for, else its mask. */
	public String text(PersonalField field, String value) {
		return this.fields.contains(field) ? value : field.hide(value);
	}

	/** The same for a value that may be absent. */
	public @Nullable String show(PersonalField field, @Nullable String value) {
		return (value != null) ? text(field, value) : null;
	}

	public boolean isEmpty() {
		return this.fields.isEmpty();
	}

	List<String> columns() {
		return this.fields.stream().map(PersonalField::column).sorted().toList();
	}

	private static Problem unknown(String column, PersonalField... offered) {
		List<String> columns = List.of(offered).stream().map(PersonalField::column).toList();
		return Problem.invalid("?reveal", "WRONG_VALUE",
				"There is no personal column '" + column + "' here; there are " + String.join(", ", columns) + ".");
	}

}
