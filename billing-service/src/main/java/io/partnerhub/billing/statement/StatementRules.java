package io.partnerhub.billing.statement;

import java.time.Instant;
import java.time.ZoneOffset;

import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;

/** Who may have a statement, and of which period (ORG-09, X-05). */
final class StatementRules {

	private StatementRules() {
	}

	static void requireViewing(Caller caller) {
		caller.requireWhole(Permission.VIEW_BALANCE);
	}

	/** A period that is over, of not more than so many months, counted in UTC. */
	static void requirePeriod(Instant from, Instant to, Instant now, int months) {
		if (!from.isBefore(to)) {
			throw Problem.invalid("/to", "OUT_OF_RANGE", "must be later than from");
		}
		if (to.isAfter(now)) {
			throw Problem.invalid("/to", "OUT_OF_RANGE", "must not be in the future");
		}
		if (to.isAfter(from.atZone(ZoneOffset.UTC).plusMonths(months).toInstant())) {
			throw Problem.badRequest("STATEMENT_PERIOD_TOO_LONG", "At most " + months + " months in one statement.")
				.with("months", months);
		}
	}

	static void requireSize(long entries, int most) {
		if (entries > most) {
			throw Problem.conflict("STATEMENT_TOO_LONG", "The period has too many entries; take a shorter one, or CSV.")
				.with("entries", entries)
				.with("limit", most);
		}
	}

}
