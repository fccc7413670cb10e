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

	/** Digits before and behind the point that are kept. */
	private static final int DIGITS = 20;

	@Nullable String text(String column) {
		Integer at = this.columns.get(column);
		String value = (at != null) ? this.values.get(at) : null;
		if (value == null || value.isEmpty()) {
			return null;
		}
		if (value.length() > LONGEST || value.indexOf(0) >= 0) {
			throw new RowProblem(this.line, "TEXT_NOT_STORABLE", column);
		}
		return value;
	}

	String required(String column) {
		String value = text(column);
		if (value == null) {
			throw new RowProblem(this.line, "VALUE_MISSING", column);
		}
		return value;
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

	BigDecimal decimal(String column, BigDecimal otherwise) {
		BigDecimal value = decimal(column);
		return (value != null) ? value : otherwise;
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
