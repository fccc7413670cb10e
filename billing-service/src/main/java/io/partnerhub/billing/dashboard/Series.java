package io.partnerhub.billing.dashboard;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Figures month by month without a gap, as charts want them.
 *
 * @param name what it is, with its currency where it is money
 * @param total of all points
 * @param points one per month, earliest first
 */
record Series(String name, String total, List<Point> points) {

	/** One series per name; a month without a value is zero. */
	static List<Series> of(YearMonth from, YearMonth to, List<Value> values, String zero) {
		Map<String, Map<YearMonth, String>> named = values.stream()
			.collect(Collectors.groupingBy(Value::name, TreeMap::new, Collectors.toMap(Value::month, Value::value)));
		List<YearMonth> months = months(from, to);
		return named.entrySet()
			.stream()
			.map((each) -> new Series(each.getKey(), total(each.getValue().values()),
					points(months, (month) -> each.getValue().getOrDefault(month, zero))))
			.toList();
	}

	private static String total(Collection<String> values) {
		return values.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add).toPlainString();
	}

	private static List<YearMonth> months(YearMonth from, YearMonth to) {
		int count = (to.getYear() - from.getYear()) * 12 + to.getMonthValue() - from.getMonthValue() + 1;
		return IntStream.range(0, count).mapToObj(from::plusMonths).toList();
	}

	private static List<Point> points(List<YearMonth> months, Function<YearMonth, String> value) {
		return months.stream().map((month) -> new Point(month.toString(), value.apply(month))).toList();
	}

	/** A month and its value, a number. */
	record Point(String month, String value) {
	}

	/** A value of a month of one series. */
	record Value(String name, YearMonth month, String value) {
	}

}
