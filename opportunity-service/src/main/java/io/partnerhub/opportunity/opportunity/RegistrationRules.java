package io.partnerhub.opportunity.opportunity;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.Permission;
import io.partnerhub.opportunity.customer.KnownCustomer;
import io.partnerhub.opportunity.opportunity.Opportunity.Revenue;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Who may register an opportunity for whom (OPP-01, OPP-02, OPP-03), what it must state
 * (2.3, OPP-06), and when two are the same (OPP-18).
 */
final class RegistrationRules {

	private RegistrationRules() {
	}

	/** Supervisors watch; everybody else needs the permission item (OPP-03). */
	static void checkWriter(Caller caller) {
		if (caller.scope() == DataScope.TEAM) {
			throw Problem.forbidden("OPPORTUNITY_SUPERVISOR_READ_ONLY",
					"A supervisor sees the opportunities of the team and changes none.");
		}
		caller.require(Permission.REGISTER_OPPORTUNITIES);
	}

	/**
	 * An account manager chooses among his own customers (OPP-02), and nobody one whose
	 * link has ended (OPP-01).
	 */
	static void checkCustomer(Caller caller, KnownCustomer customer) {
		if (caller.scope() == DataScope.OWN && !customer.isAssignedTo(caller.memberId())) {
			throw notOwned();
		}
		if (!customer.active()) {
			throw Problem.conflict("CUSTOMER_NOT_ASSOCIATED", "The customer is no longer associated with the partner.");
		}
	}

	static Problem notOwned() {
		return Problem.forbidden("OPPORTUNITY_CUSTOMER_NOT_OWNED", "The customer is assigned to somebody else.");
	}

	static Revenue checkRevenue(Registration registration) {
		if (registration.expectedRevenue() == null || registration.firstYearRevenue() == null
				|| registration.monthlyRevenue() == null || registration.launchDate() == null) {
			throw Problem
				.badRequest("OPPORTUNITY_REVENUE_REQUIRED", "Every field of the revenue information is required.")
				.with("missing", missing(registration));
		}
		return new Revenue(registration.expectedRevenue(), registration.firstYearRevenue(),
				registration.monthlyRevenue(), registration.launchDate());
	}

	private static List<String> missing(Registration registration) {
		Map<String, @Nullable Object> page = new LinkedHashMap<>();
		page.put("expectedRevenue", registration.expectedRevenue());
		page.put("firstYearRevenue", registration.firstYearRevenue());
		page.put("monthlyRevenue", registration.monthlyRevenue());
		page.put("launchDate", registration.launchDate());
		return page.keySet().stream().filter((field) -> page.get(field) == null).toList();
	}

	/** Signing is ahead, and nothing goes live before it is signed. */
	static void checkDates(LocalDate signing, LocalDate launch, LocalDate today, int horizonYears) {
		if (signing.isBefore(today)) {
			throw Problem.invalid("/expectedSignDate", "IN_THE_PAST",
					"The expected date of signing is today or later.");
		}
		if (launch.isBefore(signing)) {
			throw Problem.invalid("/launchDate", "BEFORE_SIGNING", "The launch is not before the signing.");
		}
		if (launch.isAfter(today.plusYears(horizonYears))) {
			throw Problem.invalid("/launchDate", "TOO_FAR_AHEAD",
					"Signing and launch are at most " + horizonYears + " years ahead.");
		}
	}

	/** Names are the same regardless of case, width and spacing. */
	static String normalised(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFKC)
			.replaceAll("\\s+", " ")
			.strip()
			.toLowerCase(Locale.ROOT);
	}

	static Problem duplicate(UUID twin) {
		return Problem.conflict("OPPORTUNITY_DUPLICATE", "An open opportunity of this name exists for the customer.")
			.with("opportunityId", twin);
	}

}
