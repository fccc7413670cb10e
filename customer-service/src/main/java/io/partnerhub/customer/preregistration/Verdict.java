package io.partnerhub.customer.preregistration;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import io.partnerhub.platform.problem.Problem;

/**
 * All that speaks against accepting a prospect at once, not just the first: what excludes
 * him (PRE-04), what the vendor has to look at (PRE-05), and which facts are missing.
 */
record Verdict(Set<Exclusion> exclusions, Set<ReviewReason> reviews, SortedSet<String> unknown) {

	static Verdict open() {
		return new Verdict(EnumSet.noneOf(Exclusion.class), EnumSet.noneOf(ReviewReason.class), new TreeSet<>());
	}

	/** The fact is not {@code code}: that names the problem itself. */
	Verdict requireAdmissible() {
		if (!this.exclusions.isEmpty()) {
			Exclusion first = this.exclusions.iterator().next();
			throw Problem.conflict("PREREG_EXCLUDED", detail(first))
				.with("reason", first)
				.with("reasons", List.copyOf(this.exclusions));
		}
		return this;
	}

	boolean needsReview() {
		return !this.reviews.isEmpty();
	}

	PreRegistration.Review review() {
		return new PreRegistration.Review(List.copyOf(this.reviews), List.copyOf(this.unknown), null, null, null);
	}

	private static String detail(Exclusion reason) {
		return switch (reason) {
			case ALREADY_REGISTERED -> "You have pre-registered this customer already.";
			case REGISTERED_BY_ANOTHER_PARTNER -> "Another partner has pre-registered this customer.";
			case ALREADY_ASSOCIATED -> "This customer is associated with a partner already.";
			case OTHER_SITE -> "This customer is registered on the vendor's other site.";
			case CONSUMER_CLOUD_USER -> "This customer uses the consumer cloud.";
			case SIGNED_CONTRACT -> "This customer has a signed contract with the vendor.";
			case CASH_CONSUMPTION_NOT_FOLLOWED, CASH_CONSUMPTION_FOLLOWED ->
				"This customer has consumed for cash already.";
			case UNIFIED_ACCOUNTING_MEMBER -> "This customer is a member with unified accounting.";
			case REWARD_PROMOTION -> "This customer has joined the reward promotion plan.";
		};
	}

}
