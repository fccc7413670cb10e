package io.partnerhub.platform.page;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list, newest first.
 *
 * @param items at most as many as asked for
 * @param nextCursor opaque; give it back to read on, absent at the end
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

	/** Builds a page from rows that were read with one more than the page holds. */
	public static <T> Page<T> of(List<T> rows, PageQuery query, Function<T, UUID> id) {
		if (rows.size() <= query.limit()) {
			return new Page<>(List.copyOf(rows), null);
		}
		List<T> items = List.copyOf(rows.subList(0, query.limit()));
		return new Page<>(items, Cursor.encode(id.apply(items.getLast())));
	}

	public <R> Page<R> map(Function<T, R> each) {
		return new Page<>(this.items.stream().map(each).toList(), this.nextCursor);
	}

}
