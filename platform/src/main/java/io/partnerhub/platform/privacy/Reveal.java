package io.partnerhub.platform.privacy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which personal columns of a list are asked for in clear, read from
 * {@code ?reveal=oneColumn,anotherColumn}; all others are masked.
 */
public record Reveal(Set<String> columns) {

	/**
	 * Reads the parameter.
	 * @param parameter names of columns with commas between them, or nothing
	 * @param offered the personal columns that the list has
	 */
	public static Reveal of(@Nullable String parameter, String... offered) {
		Set<String> columns = new TreeSet<>();
		if (parameter != null) {
			for (String column : parameter.split(",", -1)) {
				if (!List.of(offered).contains(column.strip())) {
					throw Problem.invalid("?reveal", "WRONG_VALUE", "There is no personal column '" + column
							+ "' here; there are " + String.join(", ", offered) + ".");
				}
				columns.add(column.strip());
			}
		}
		return new Reveal(columns);
	}

	/** A name in clear if its column was asked for, else its mask. */
	public @Nullable String name(String column, @Nullable String name) {
		return (name == null || this.columns.contains(column)) ? name : Masks.name(name);
	}

	public boolean isEmpty() {
		return this.columns.isEmpty();
	}

}
