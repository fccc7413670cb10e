package io.partnerhub.program.incentivepolicy;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

import io.partnerhub.contracts.PartnerType;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.program.incentivepolicy.IncentivePolicy.Kind;
import org.jspecify.annotations.Nullable;

/** Who looks up policies, of which month, and what one may say (INC-11, INC-12). */
final class PolicyRules {

	/** The vendor counts months so. */
	private static final ZoneOffset VENDOR_ZONE = ZoneOffset.ofHours(8);

	static final String MONTH = "\\d{4}-(0[1-9]|1[0-2])";

	private PolicyRules() {
	}

	/** The vendor and first-tier partners; resellers have no incentives (PRG-26). */
	static void requireReading(Caller caller) {
		boolean partner = caller.is(Caller.Kind.PARTNER) && caller.partnerType() != PartnerType.RESELLER;
		if (!partner && !caller.is(Caller.Kind.VENDOR)) {
			throw Problem.forbidden("ACCESS_DENIED", "You are not allowed to do this.");
		}
	}

	/** The month asked for, else the present one. */
	static String month(String pointer, @Nullable String month, Instant now) {
		return (month != null) ? month(pointer, month) : YearMonth.from(now.atOffset(VENDOR_ZONE)).toString();
	}

	/** A month that must be named. */
	static String month(String pointer, @Nullable String month) {
		if (month == null || !month.matches(MONTH)) {
			throw Problem.invalid(pointer, "WRONG_VALUE", "A month looks like 2026-02.");
		}
		return month;
	}

	/** INC-12: the marketplace gives a price difference, no rebate and no performance. */
	static void requireSense(String pointer, Kind kind, boolean marketplace) {
		if (marketplace && (kind.earnsRebate() || kind.countsAsPerformance())) {
			throw Problem.invalid(pointer, "OUT_OF_RANGE",
					"What is sold on the marketplace earns no rebate and is no performance.");
		}
	}

}
