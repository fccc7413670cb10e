package io.partnerhub.billing.order;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The time ranges of order lists: the last 6 months unless told, at most a year (ORD-03,
 *
 */
@Component
class OrderPeriods {

	private final OrderSettings settings;

	private final Clock clock;

	OrderPeriods(OrderSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
	}

	/** When the wanted orders were placed. */
	Range placed(@Nullable Instant from, @Nullable Instant to) {
		Range asked = new Range(from, to);
		if (asked.isOpen()) {
			return new Range(back(this.clock.instant(), this.settings.shownMonths()), null);
		}
		return closed(asked);
	}

	/** A range that may be left out. */
	Range optional(@Nullable Instant from, @Nullable Instant to) {
		Range asked = new Range(from, to);
		return asked.isOpen() ? asked : closed(asked);
	}

	/** One of times that may lie ahead, however long. */
	static Range ahead(@Nullable Instant from, @Nullable Instant to) {
		if (from != null && to != null && !from.isBefore(to)) {
			throw reversed();
		}
		return new Range(from, to);
	}

	/** One that is left open ends with what there is. */
	private Range closed(Range asked) {
		Instant to = (asked.to() != null) ? asked.to() : this.clock.instant();
		Instant from = (asked.from() != null) ? asked.from() : back(to, this.settings.shownMonths());
		if (asked.to() != null && !from.isBefore(to)) {
			throw reversed();
		}
		if (from.isBefore(back(to, this.settings.longestMonths()))) {
			throw Problem.badRequest("ORDER_SPAN_TOO_LONG", "A time range is no longer than that.")
				.with("months", this.settings.longestMonths());
		}
		return new Range(from, asked.to());
	}

	private static Problem reversed() {
		return Problem.invalid("", "OUT_OF_RANGE", "A time range ends after it begins.");
	}

	private static Instant back(Instant from, int months) {
		return from.atZone(ZoneOffset.UTC).minus(Period.ofMonths(months)).toInstant();
	}

	/**
	 * From when until before when.
	 */
	record Range(@Nullable Instant from, @Nullable Instant to) {

		static final Range ALL = new Range(null, null);

		boolean isOpen() {
			return this.from == null && this.to == null;
		}

	}

}
