package io.partnerhub.customer.subcustomer;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Filters of the open API's list: names and label anywhere in the value, the rest
 * exactly; both ends of the time window lie outside it.
 */
record SubCustomerFilter(@Nullable String accountName, @Nullable String customerName, @Nullable String label,
		@Nullable AssociationType type, @Nullable Instant after, @Nullable Instant before, @Nullable UUID customerId,
		boolean matchesNothing) {

	static SubCustomerFilter of(SubCustomerOpenApi.Query query) {
		String id = blankless(query.customerId());
		UUID customer = (id != null) ? HubId.parse(id).orElse(null) : null;
		return new SubCustomerFilter(anywhere(query.accountName()), anywhere(query.customer()), anywhere(query.label()),
				type(blankless(query.associationType())), time("/associated_on_begin", query.associatedOnBegin()),
				time("/associated_on_end", query.associatedOnEnd()), customer, id != null && customer == null);
	}

	@Nullable String typeName() {
		return (this.type != null) ? this.type.name() : null;
	}

	private static @Nullable String blankless(@Nullable String text) {
		return (text != null && !text.isEmpty()) ? text : null;
	}

	private static @Nullable String anywhere(@Nullable String text) {
		String filter = blankless(text);
		return (filter != null) ? "%" + filter.replaceAll("([\\\\%_])", "\\\\$1") + "%" : null;
	}

	private static @Nullable AssociationType type(@Nullable String code) {
		if (code == null) {
			return null;
		}
		return Arrays.stream(AssociationType.values())
			.filter((type) -> type.code().equals(code))
			.findFirst()
			.orElseThrow(() -> Problem.invalid("/association_type", "WRONG_VALUE", "1 or 2."));
	}

	private static @Nullable Instant time(String pointer, @Nullable String text) {
		if (text == null) {
			return null;
		}
		try {
			if (text.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z")) {
				return Instant.parse(text);
			}
		}
		catch (DateTimeException ex) {
			throw badTime(pointer);
		}
		throw badTime(pointer);
	}

	private static Problem badTime(String pointer) {
		return Problem.invalid(pointer, "WRONG_VALUE", "A time like 2026-03-01T08:00:00Z.");
	}

}
