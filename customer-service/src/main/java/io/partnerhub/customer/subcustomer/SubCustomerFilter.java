package io.partnerhub.customer.subcustomer;

import java.util.Arrays;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.listing.Criterion;
import io.partnerhub.customer.listing.ListingFilter;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.web.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Filters of the open API's list: names and label anywhere in the value, the rest
 * exactly; both ends of the time window lie outside it.
 */
final class SubCustomerFilter {

	private SubCustomerFilter() {
	}

	static ListingFilter of(SubCustomerOpenApi.Query query) {
		return new ListingFilter().with(Criterion.ACCOUNT_INFIX, Wire.filter(query.accountName()))
			.with(Criterion.NAME_INFIX, Wire.filter(query.customer()))
			.with(Criterion.LABEL_INFIX, Wire.filter(query.label()))
			.with(Criterion.ASSOCIATION_TYPE, type(Wire.filter(query.associationType())))
			.with(Criterion.ASSOCIATED_AFTER, Wire.instant("associated_on_begin", query.associatedOnBegin()))
			.with(Criterion.ASSOCIATED_BEFORE, Wire.instant("associated_on_end", query.associatedOnEnd()))
			.with(Criterion.CUSTOMER_ID, Wire.id(query.customerId()));
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
