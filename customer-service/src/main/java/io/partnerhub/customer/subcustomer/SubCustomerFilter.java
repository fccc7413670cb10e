package io.partnerhub.customer.subcustomer;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.web.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Filters of the open API's list: names and label anywhere in the value, the rest
 * exactly; both ends of the time window lie outside it.
 */
record SubCustomerFilter(@Nullable String accountName, @Nullable String customerName, @Nullable String label,
		@Nullable AssociationType type, @Nullable Instant after, @Nullable Instant before, @Nullable UUID customerId) {

	static SubCustomerFilter of(SubCustomerOpenApi.Query query) {
		return new SubCustomerFilter(anywhere(query.accountName()), anywhere(query.customer()), anywhere(query.label()),
				type(Wire.filter(query.associationType())),
				Wire.instant("associated_on_begin", query.associatedOnBegin()),
				Wire.instant("associated_on_end", query.associatedOnEnd()), Wire.id(query.customerId()));
	}

	@Nullable String typeName() {
		return (this.type != null) ? this.type.name() : null;
	}

	private static @Nullable String anywhere(@Nullable String text) {
		String filter = Wire.filter(text);
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

}
