package io.partnerhub.platform.page;

import java.util.UUID;

import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted: {@code ?limit=20&cursor=…}. Rows are read in falling
 * order of their UUIDv7, so the newest come first and a page costs the same however deep
 * it lies.
 *
 * @param limit rows per page, 1–100, 20 unless told
 * @param after id of the last row already seen, absent for the first page
 */
public record PageQuery(int limit, @Nullable UUID after) {

	static final int DEFAULT_LIMIT = 20;

	static final int MAX_LIMIT = 100;

	static PageQuery of(@Nullable String limit, @Nullable String cursor) {
		return new PageQuery((limit != null) ? limit(limit) : DEFAULT_LIMIT,
				(cursor != null) ? Cursor.decode(cursor) : null);
	}

	/** How many rows a store reads: one more tells whether there is a next page. */
	public int fetch() {
		return this.limit + 1;
	}

	private static int limit(String text) {
		if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_LIMIT) {
			throw Problem.invalid("?limit", "OUT_OF_RANGE", "limit is a number from 1 to 100.");
		}
		return Integer.parseInt(text);
	}

}
