package io.partnerhub.billing.performance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

import io.partnerhub.billing.ledger.VendorTime;

/**
 * What of a record of consumption is performance, and in which period (PER-01…05). Who
 * paid makes no difference: what a partner paid for his customer counts as well (PER-02).
 */
public final class PerformanceRules {

	private PerformanceRules() {
	}

	/**
	 * Cash, and what is paid with a stored-value card, for the vendor's own services. Not
	 * what vouchers, cash coupons or a credit line paid, nor what is still owed; negative
	 * for refunds.
	 */
	public static BigDecimal amount(Goods goods, BigDecimal cash, BigDecimal storedCard) {
		return (goods == Goods.CLOUD) ? cash.add(storedCard) : BigDecimal.ZERO;
	}

	/**
	 * The month it counts in: the billing cycle, but for a refund the month in which it
	 * was made, whatever it refunds (PER-03).
	 */
	public static YearMonth period(boolean refund, YearMonth cycle, Instant at) {
		return refund ? YearMonth.from(at.atZone(VendorTime.ZONE)) : cycle;
	}

	/**
	 * The last month that is settled at a time: the previous one from the closing day on,
	 * before it the one before that.
	 */
	static YearMonth settled(Instant now, int closingDay) {
		LocalDate today = now.atZone(VendorTime.ZONE).toLocalDate();
		return YearMonth.from(today).minusMonths((today.getDayOfMonth() >= closingDay) ? 1 : 2);
	}

	/** As it stands in rows: 202603. */
	static int code(YearMonth month) {
		return month.getYear() * 100 + month.getMonthValue();
	}

	static YearMonth month(int code) {
		return YearMonth.of(code / 100, code % 100);
	}

}
