package io.partnerhub.platform.page;

import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Paging of the vendor-compatible API: {@code offset} counts rows, {@code limit}
 * is 1–100 and 10 unless told.
 */
public record Offset(int offset, int limit) {

	public static Offset of(@Nullable Integer offset, @Nullable Integer limit) {
		return of(offset, limit, 1, 100);
	}

	/** For the few operations that allow larger pages. */
	public static Offset of(@Nullable Integer offset, @Nullable Integer limit, int maxLimit) {
		return of(offset, limit, 1, maxLimit);
	}

	/** For those that also tell the total alone, with a page of no rows. */
	public static Offset of(@Nullable Integer offset, @Nullable Integer limit, int minLimit, int maxLimit) {
		int rows = (limit != null) ? limit : 10;
		int skip = (offset != null) ? offset : 0;
		if (rows < minLimit || rows > maxLimit) {
			throw Problem.invalid("/limit", "OUT_OF_RANGE",
					"limit is a number from " + minLimit + " to " + maxLimit + ".");
		}
		if (skip < 0) {
			throw Problem.invalid("/offset", "OUT_OF_RANGE", "offset is not negative.");
		}
		return new Offset(skip, rows);
	}

}
