package io.partnerhub.customer.customer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.contact.ContactRules;
import io.partnerhub.customer.customer.CustomerView.FrozenState;
import io.partnerhub.customer.listing.Criterion;
import io.partnerhub.customer.listing.Listing.AvailableQuota;
import io.partnerhub.customer.listing.ListingFilter;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the customer list (4.9): texts by their beginning, or anywhere from
 * three characters on, the rest exactly. Masked columns can be filtered by, though
 * that confirms a guess: finding a customer by what he said on the phone is what they are
 * for, only rows come back that the caller sees anyway, e-mail and number answer to the
 * whole value alone, and the gateway counts the requests.
 */
record CustomerQuery(@Nullable UUID customerId, @Nullable String customerName, @Nullable String customerNameContains,
		@Nullable String accountName, @Nullable String accountNameContains, @Nullable String email,
		@Nullable String mobile, @Nullable String label, @Nullable FrozenState frozen,
		@Nullable AssociationType associationType, @Nullable Instant associatedFrom, @Nullable Instant associatedTo,
		@Nullable UUID accountManagerId, @Nullable Boolean unassigned, @Nullable String minMonthExpenditure,
		@Nullable String maxMonthExpenditure, @Nullable Instant resourcesExpireBefore,
		@Nullable AvailableQuota availableQuota) {

	private static final ZoneOffset BILLING_ZONE = ZoneOffset.ofHours(8);

	/** First day of the month of billing. */
	static LocalDate month(Clock clock) {
		return LocalDate.ofInstant(clock.instant(), BILLING_ZONE).withDayOfMonth(1);
	}

	ListingFilter filter(LocalDate month) {
		boolean spending = this.minMonthExpenditure != null || this.maxMonthExpenditure != null;
		return new ListingFilter().with(Criterion.CUSTOMER_ID, this.customerId)
			.beginning(Criterion.NAME_PREFIX, this.customerName)
			.with(Criterion.NAME_INFIX, infix("customerNameContains", this.customerNameContains))
			.beginning(Criterion.ACCOUNT_PREFIX, this.accountName)
			.with(Criterion.ACCOUNT_INFIX, infix("accountNameContains", this.accountNameContains))
			.with(Criterion.EMAIL, (this.email != null) ? ContactRules.email(this.email) : null)
			.with(Criterion.MOBILE, oneSpelling())
			.with(Criterion.LABEL, this.label)
			.with(Criterion.FROZEN, (this.frozen != null) ? this.frozen.code() : null)
			.with(Criterion.ASSOCIATION_TYPE, this.associationType)
			.with(Criterion.ASSOCIATED_FROM, this.associatedFrom)
			.with(Criterion.ASSOCIATED_BEFORE, this.associatedTo)
			.with(Criterion.ACCOUNT_MANAGER, this.accountManagerId)
			.with(Criterion.UNASSIGNED, onlyTrue())
			.with(Criterion.EXPENDITURE_MONTH, spending ? month : null)
			.with(Criterion.MIN_EXPENDITURE, minor("minMonthExpenditure", this.minMonthExpenditure))
			.with(Criterion.MAX_EXPENDITURE, minor("maxMonthExpenditure", this.maxMonthExpenditure))
			.with(Criterion.RESOURCES_EXPIRE_BEFORE, this.resourcesExpireBefore)
			.with(Criterion.AVAILABLE_QUOTA, this.availableQuota);
	}

	/** A number in any spelling: with 00 or + before the country code, or without one. */
	private @Nullable String oneSpelling() {
		String number = (this.mobile != null) ? this.mobile.strip().replaceFirst("^00", "+") : null;
		try {
			return ContactRules.mobile(number);
		}
		catch (Problem malformed) {
			throw Problem.invalid("?mobile", "WRONG_VALUE", malformed.errors().getFirst().detail());
		}
	}

	private @Nullable Boolean onlyTrue() {
		if (Boolean.FALSE.equals(this.unassigned)) {
			throw Problem.invalid("?unassigned", "WRONG_VALUE", "true, or leave it out.");
		}
		return this.unassigned;
	}

	private static @Nullable String infix(String parameter, @Nullable String text) {
		if (text != null && text.codePointCount(0, text.length()) < 3) {
			throw Problem.invalid("?" + parameter, "TOO_SHORT", "Give three characters or more.");
		}
		return text;
	}

	private static @Nullable Long minor(String parameter, @Nullable String amount) {
		try {
			return (amount != null) ? Money.of(amount).minor() : null;
		}
		catch (IllegalArgumentException ex) {
			throw Problem.invalid("?" + parameter, "WRONG_VALUE", String.valueOf(ex.getMessage()));
		}
	}

}
