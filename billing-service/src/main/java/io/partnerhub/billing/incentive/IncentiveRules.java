package io.partnerhub.billing.incentive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

import io.partnerhub.billing.incentive.Incentive.State;
import io.partnerhub.billing.ledger.VendorTime;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Who deals with incentives, what a bill of one may say (INC-09, INC-12), when it can be
 * confirmed (INC-01) and how long (INC-10).
 */
final class IncentiveRules {

	static final String MONTH = "\\d{4}-(0[1-9]|1[0-2])";

	private IncentiveRules() {
	}

	/** Those who see the whole partner; resellers have no incentives (PRG-26). */
	static void requireViewing(Caller caller) {
		require(caller, Permission.VIEW_BALANCE);
	}

	static void requireActing(Caller caller) {
		require(caller, Permission.MANAGE_INVOICES);
	}

	static void requireEarning(PartnerType type) {
		if (type == PartnerType.RESELLER) {
			throw Problem.conflict("INCENTIVE_NOT_FOR_RESELLER", "Incentives are not for resellers.");
		}
	}

	/** INC-09: lines take back or earn, and together they are the incentive. */
	static void requireSense(Money amount, List<IncentiveLine> lines) {
		lines.forEach(IncentiveRules::requireSense);
		Money sum = lines.stream().map(IncentiveLine::incentive).reduce(Money.zero(), Money::plus);
		if (!lines.isEmpty() && !sum.equals(amount)) {
			throw Problem.invalid("/lines", "WRONG_SUM", "The lines come to " + sum + ".");
		}
	}

	/** INC-12: a sale of the marketplace gives a price difference and no incentive. */
	private static void requireSense(IncentiveLine line) {
		String pointer = "/lines/" + (line.position() - 1);
		if (line.kind().earnsNothing() && !line.incentive().isZero()) {
			throw Problem.invalid(pointer + "/incentive", "OUT_OF_RANGE", line.kind() + " earns no incentive.");
		}
		if (line.priceDifference().minor() < 0
				|| (line.kind() != IncentiveLine.Kind.MARKETPLACE && !line.priceDifference().isZero())) {
			throw Problem.invalid(pointer + "/priceDifference", "OUT_OF_RANGE",
					"Only a sale of the marketplace gives a price difference, of 0.00 or more.");
		}
		int sign = line.kind().takesBack() ? -1 : 1;
		if (line.incentive().minor() * sign < 0
				|| (!line.kind().earnsNothing() && line.consumed().minor() * sign < 0)) {
			throw Problem.invalid(pointer, "OUT_OF_RANGE", "Only UNSUBSCRIPTION and DOWNGRADE take back.");
		}
	}

	/** INC-10: months after the notification, by the vendor's calendar. */
	static Instant validUntil(Instant notifiedAt, int months) {
		return later(notifiedAt, Period.ofMonths(months));
	}

	/**
	 * INC-10: who left its programme has a time of its own from then on, whatever the
	 * bill says; a negative one never expires.
	 */
	static @Nullable Instant expiresAt(Money amount, Instant validUntil, @Nullable Instant programmeEndedAt,
			int months) {
		if (amount.minor() < 0) {
			return null;
		}
		return (programmeEndedAt != null) ? later(programmeEndedAt, Period.ofMonths(months)) : validUntil;
	}

	/** INC-01: a formal bill is confirmed once, in time. */
	static void requireConfirmable(Incentive incentive, Instant now) {
		if (incentive.state() != State.TO_CONFIRM) {
			throw state(incentive);
		}
		requireTime(incentive, now);
	}

	static void requireTime(Incentive incentive, Instant now) {
		if (incentive.state() == State.VOID || incentive.isExpired(now)) {
			throw Problem.conflict("INCENTIVE_EXPIRED", "The incentive is void and cannot be recovered.")
				.with("incentiveId", incentive.id());
		}
	}

	static Problem state(Incentive incentive) {
		return Problem.conflict("INCENTIVE_STATE", "The incentive's state does not allow this.")
			.with("incentiveId", incentive.id())
			.with("state", incentive.state());
	}

	/** The end of that day. */
	private static Instant later(Instant from, Period period) {
		return LocalDate.ofInstant(from, VendorTime.ZONE)
			.plus(period)
			.plusDays(1)
			.atStartOfDay(VendorTime.ZONE)
			.toInstant();
	}

	private static void require(Caller caller, Permission permission) {
		caller.requireWhole(permission);
		if (caller.partnerType() == PartnerType.RESELLER) {
			throw Problem.forbidden("ACCESS_DENIED", "Resellers have no incentives.");
		}
	}

}
