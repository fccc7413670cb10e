package io.partnerhub.billing.consumption;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one row of a FOCUS file. {@code NULL} and nothing at all are both
 * absent; a value that cannot be what its column holds is reported with its row.
 */
record FocusRow(long line, CSVRecord values, Map<String, Integer> columns) {

	static final List<String> REQUIRED = List.of("BilledCost", "BillingAccountId", "BillingCurrency",
			"BillingPeriodStart", "ChargeCategory", "ChargePeriodStart", "ListCost", "ServiceName", "SubAccountId");

	private static final int LONGEST = 1024;

	/** Of what rows are found by and summed up by. */
	private static final int LONGEST_KEY = 256;

	/** Digits before and behind the point that are kept. */
	private static final int DIGITS = 20;

	/** Digits before the point of an amount: sums of very many can still be booked. */
	private static final int AMOUNT_DIGITS = 12;

	@Nullable String text(String column) {
		return text(column, LONGEST);
	}

	/** A text that rows are found by or summed up by. */
	@Nullable String key(String column) {
		return text(column, LONGEST_KEY);
	}

	private @Nullable String text(String column, int longest) {
		Integer at = this.columns.get(column);
		String value = (at != null) ? this.values.get(at) : null;
		if (value == null || value.isEmpty()) {
			return null;
		}
		if (value.length() > longest || value.indexOf(0) >= 0) {
			throw new RowProblem(this.line, "TEXT_NOT_STORABLE", column);
		}
		return value;
	}

	String required(String column) {
		String value = key(column);
		if (value == null) {
			throw new RowProblem(this.line, "VALUE_MISSING", column);
		}
		return value;
	}

	/** An amount of money with all its digits; none is nothing. */
	BigDecimal amount(String column) {
		BigDecimal value = decimal(column);
		if (value != null && value.precision() - value.scale() > AMOUNT_DIGITS) {
			throw wrong("NOT_AN_AMOUNT", column + ": " + value.toPlainString());
		}
		return (value != null) ? value : BigDecimal.ZERO;
	}

	/** A decimal with all its digits. */
	@Nullable BigDecimal decimal(String column) {
		String value = text(column);
		try {
			return (value != null) ? checked(new BigDecimal(value)) : null;
		}
		catch (ArithmeticException | NumberFormatException ex) {
			throw new RowProblem(this.line, "NOT_A_DECIMAL", column + ": " + value);
		}
	}

	RowProblem wrong(String code, String value) {
		return new RowProblem(this.line, code, value);
	}

	private static BigDecimal checked(BigDecimal value) {
		if (value.scale() > DIGITS || value.scale() < -DIGITS || value.precision() - value.scale() > DIGITS) {
			throw new ArithmeticException("more digits than any amount has");
		}
		return (value.scale() < 0) ? value.setScale(0) : value;
	}

}
