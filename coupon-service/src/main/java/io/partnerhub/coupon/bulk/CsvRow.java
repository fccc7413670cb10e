package io.partnerhub.coupon.bulk;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads one line of a file cell by cell; the first bad cell is told (VOU-02). */
final class CsvRow {

	static final List<String> REQUIRED = List.of("customerId", "faceValue");

	static final List<String> OPTIONAL = List.of("minimumOrderAmount", "serviceTypes", "productIds", "effectiveAt",
			"expiresAt", "remark");

	private static final int MOST_LIMITS = 10;

	private static final int LONGEST_LIMIT = 64;

	private static final int LONGEST_REMARK = 256;

	private final CSVRecord cells;

	private @Nullable String problem;

	private CsvRow(CSVRecord cells) {
		this.cells = cells;
	}

	static IssueRow read(CSVRecord line, int number) {
		return new CsvRow(line).row(number);
	}

	private IssueRow row(int number) {
		if (this.cells.size() > this.cells.getParser().getHeaderNames().size()) {
			fail("row", "has more cells than the header");
		}
		UUID customer = customer();
		Money face = face();
		Money minimum = minimum();
		String services = limits("serviceTypes");
		String products = limits("productIds");
		Instant effective = time("effectiveAt");
		Instant expires = time("expiresAt");
		String remark = remark();
		boolean bad = this.problem != null;
		return new IssueRow(number, bad ? IssueRow.Outcome.FAILED : IssueRow.Outcome.WAITING, customer, face, minimum,
				services, products, effective, expires, remark, bad ? "INVALID_ROW" : null, this.problem, null);
	}

	private @Nullable UUID customer() {
		String text = cell("customerId");
		UUID id = (text != null) ? Ids.parse(text).orElse(null) : null;
		if (id == null) {
			fail("customerId", "must be the id of a customer");
		}
		return id;
	}

	private @Nullable Money face() {
		Money face = money("faceValue");
		if (face == null || !face.isPositive()) {
			fail("faceValue", "must be an amount of more than 0.00");
			return null;
		}
		return face;
	}

	private Money minimum() {
		if (cell("minimumOrderAmount") == null) {
			return Money.zero();
		}
		Money minimum = money("minimumOrderAmount");
		if (minimum == null || minimum.compareTo(Money.zero()) < 0) {
			fail("minimumOrderAmount", "must be an amount of 0.00 or more");
			return Money.zero();
		}
		return minimum;
	}

	private @Nullable Money money(String column) {
		String text = cell(column);
		try {
			return (text != null) ? Money.of(text) : null;
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			return null;
		}
	}

	private String limits(String column) {
		String text = cell(column);
		if (text == null) {
			return "";
		}
		String[] values = text.split(";", -1);
		if (values.length > MOST_LIMITS || Arrays.stream(values)
			.anyMatch((value) -> value.isBlank() || value.length() > LONGEST_LIMIT || value.indexOf('\0') >= 0)) {
			fail(column, "holds at most 10 values of 1 to 64 characters, separated by semicolons");
			return "";
		}
		return text;
	}

	private @Nullable Instant time(String column) {
		String text = cell(column);
		try {
			return (text != null) ? Instant.parse(text) : null;
		}
		catch (DateTimeException ex) {
			fail(column, "must be a time such as 2026-03-01T08:00:00Z");
			return null;
		}
	}

	private @Nullable String remark() {
		String text = cell("remark");
		if (text != null && (text.length() > LONGEST_REMARK || text.indexOf('\0') >= 0)) {
			fail("remark", "has at most 256 characters");
			return null;
		}
		return text;
	}

	/** An empty cell is none. */
	private @Nullable String cell(String column) {
		String text = this.cells.isSet(column) ? this.cells.get(column) : null;
		return (text == null || text.isBlank()) ? null : text;
	}

	private void fail(String column, String text) {
		this.problem = (this.problem != null) ? this.problem : column + " " + text;
	}

}
