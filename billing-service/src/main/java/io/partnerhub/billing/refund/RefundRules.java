package io.partnerhub.billing.refund;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

import io.partnerhub.billing.ledger.WorkingDays;
import io.partnerhub.billing.order.Paid;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.money.Money;

/**
 * Where the money of a refund goes and when (8.6, ORD-16, ORD-20): by the model when the
 * order was paid, by whom and how it was paid, and what has become of the link since.
 */
final class RefundRules {

	private RefundRules() {
	}

	/**
	 * One cell of the matrix. What the partner paid goes back to the partner, whatever
	 * became of the link. A resale customer's money was appropriated, so it is the
	 * partner's once the link is over; an advisory customer's is his own for good. What
	 * was paid through a third party goes back that way (ORD-22), but an advisory
	 * customer who has left gets it into his account.
	 */
	static Destination destination(AssociationType model, Paid.By by, Paid.With with, Standing standing) {
		if (with == Paid.With.ONLINE && !leftAlone(model, by, standing)) {
			return Destination.ORIGINAL_ROUTE;
		}
		if (by == Paid.By.PARTNER) {
			return Destination.PARTNER_ACCOUNT;
		}
		return (model == AssociationType.RESALE && standing != Standing.ASSOCIATED) ? Destination.PARTNER_ACCOUNT
				: Destination.CUSTOMER_ACCOUNT;
	}

	/** The same where partners settle by the month: the partner gets it (EU). */
	static Destination destination(Settlement settlement, AssociationType model, Paid.By by, Paid.With with,
			Standing standing) {
		return (settlement == Settlement.MONTH_END) ? Destination.PARTNER_ACCOUNT
				: destination(model, by, with, standing);
	}

	/**
	 * Whether a large unsubscription waits for an approval (ORD-16).
	 * @param total of all unsubscriptions of the order
	 */
	static boolean needsApproval(RefundCause cause, Money total, Money threshold) {
		return cause.isUnsubscription() && total.compareTo(threshold) > 0;
	}

	/** What of a refund was paid from credit: credit is given back before cash. */
	static Money credit(Money refunded, Money creditLeft) {
		return (refunded.compareTo(creditLeft) < 0) ? refunded : creditLeft;
	}

	/** When the month ends in which something happens. */
	static Instant monthEnd(Instant at, ZoneId zone) {
		return YearMonth.from(at.atZone(zone)).plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
	}

	/** When it arrives at the latest (8.6). */
	static LocalDate expectedBy(Destination destination, LocalDate today, RefundSettings settings,
			WorkingDays workingDays) {
		return workingDays.plus(today, (destination == Destination.ORIGINAL_ROUTE) ? settings.originalRouteWorkingDays()
				: settings.balanceWorkingDays());
	}

	private static boolean leftAlone(AssociationType model, Paid.By by, Standing standing) {
		return model == AssociationType.ADVISORY && by == Paid.By.CUSTOMER && standing != Standing.ASSOCIATED;
	}

}
