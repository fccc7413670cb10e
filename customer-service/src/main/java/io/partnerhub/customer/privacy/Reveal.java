package io.partnerhub.customer.privacy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which personal columns of a list are asked for in clear, read from
 * {@code ?reveal=customerName,email}; all others are masked.
 *
 * @param manager the account manager who sees his own customers in clear without asking,
 * if the caller is one
 */
public record Reveal(Set<PersonalField> fields, @Nullable UUID manager) {

	private static final Reveal NOTHING = new Reveal(Set.of(), null);

	private static final Reveal EVERYTHING = new Reveal(Set.of(PersonalField.values()), null);

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
		return new Reveal(fields, null);
	}

	/** Everything masked. */
	public static Reveal nothing() {
		return NOTHING;
	}

	/** What was typed in by the one who sees it. */
	public static Reveal everything() {
		return EVERYTHING;
	}

	/** What is in clear in the row of a customer of that account manager. */
	public Reveal in(@Nullable UUID accountManagerId) {
		return isOwn(accountManagerId) ? EVERYTHING : this;
	}

	/** Whether the row of that account manager's customer is the caller's own. */
	public boolean isOwn(@Nullable UUID accountManagerId) {
		return this.manager != null && this.manager.equals(accountManagerId);
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

	Reveal withOwnOf(@Nullable UUID manager) {
		return new Reveal(this.fields, manager);
	}

	io.partnerhub.platform.privacy.Reveal asked() {
		return new io.partnerhub.platform.privacy.Reveal(
				this.fields.stream().map(PersonalField::column).collect(Collectors.toCollection(TreeSet::new)));
	}

	private static Problem unknown(String column, PersonalField... offered) {
		List<String> columns = List.of(offered).stream().map(PersonalField::column).toList();
		return Problem.invalid("?reveal", "WRONG_VALUE",
				"There is no personal column '" + column + "' here; there are " + String.join(", ", columns) + ".");
	}

}
