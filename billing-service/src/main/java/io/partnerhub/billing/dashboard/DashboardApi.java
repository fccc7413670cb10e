package io.partnerhub.billing.dashboard;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.attribution.Sight;
import io.partnerhub.billing.dashboard.DashboardStore.Contribution;
import io.partnerhub.billing.dashboard.DashboardStore.Span;
import io.partnerhub.billing.dashboard.DashboardStore.Wanted;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.ledger.VendorTime;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The dashboards (DSH-01). Account managers see their own figures, supervisors those of
 * their team; who sees the whole partner may ask for either (ASG-13).
 */
@RestController
class DashboardApi {

	/** As long as consumption can be looked at (CON-01). */
	private static final int MOST_MONTHS = 19;

	private static final int USUAL_MONTHS = 12;

	private static final int CONTRIBUTIONS = 20;

	private final DashboardStore store;

	private final Clock clock;

	DashboardApi(DashboardStore store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	@GetMapping("/api/v1/dashboards/customers")
	@Operation(summary = "Customers: how many, how many came and went month by month, and who paid most",
			description = "from and to are months, YYYY-MM in UTC+8, at most 19 of them; the last 12 unless told. Contributions "
					+ "are the 20 largest of the last month. Of all whom the caller sees, or of one account manager or "
					+ "supervisor's team: a customer came to his first account manager and left from his last.")
	Customers customers(Caller caller, @RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to,
			@RequestParam(required = false) @Nullable UUID accountManagerId,
			@RequestParam(required = false) @Nullable UUID supervisorId) {
		Sight sight = Sight.of(caller, Realm.of(caller));
		Span span = span(from, to);
		Wanted wanted = new Wanted(null, accountManagerId, supervisorId);
		return new Customers(this.store.countCustomers(sight, wanted),
				Series.of(span.from(), span.to(), this.store.customers(sight, span, wanted), "0"),
				this.store.contributions(sight, span.to(), wanted, CONTRIBUTIONS));
	}

	@GetMapping("/api/v1/dashboards/consumption")
	@Operation(summary = "What was due and what was paid month by month, in each currency",
			description = "Of all whom the caller sees, or of one customer, account manager or supervisor's team.")
	Chart consumption(Caller caller, @RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to,
			@RequestParam(required = false) @Nullable UUID customerId,
			@RequestParam(required = false) @Nullable UUID accountManagerId,
			@RequestParam(required = false) @Nullable UUID supervisorId) {
		Sight sight = Sight.of(caller, Realm.of(caller));
		Span span = span(from, to);
		Wanted wanted = new Wanted(customerId, accountManagerId, supervisorId);
		return new Chart(Series.of(span.from(), span.to(), this.store.consumption(sight, span, wanted), "0.00"));
	}

	@GetMapping("/api/v1/dashboards/incentives")
	@Operation(summary = "Incentives month by month of this year, by state, with their totals",
			description = "By the month they were earned in, and payment orders of the vendor that belong to none. Of the whole "
					+ "partner: incentives name no account manager, so people who see only a part of it do not see them.")
	Chart incentives(Caller caller) {
		caller.requireWhole(Permission.VIEW_BALANCE);
		YearMonth now = present();
		Span year = new Span(now.withMonth(1), now);
		return new Chart(Series.of(year.from(), year.to(), this.store.incentives(Realm.of(caller), year), "0.00"));
	}

	private Span span(@Nullable String from, @Nullable String to) {
		YearMonth last = (to != null) ? month("?to", to) : present();
		YearMonth first = (from != null) ? month("?from", from) : last.minusMonths(USUAL_MONTHS - 1L);
		if (first.isAfter(last) || first.plusMonths(MOST_MONTHS).compareTo(last) <= 0) {
			throw Problem.invalid("?from", "OUT_OF_RANGE", "1 to 19 months can be shown.");
		}
		return new Span(first, last);
	}

	private YearMonth present() {
		return YearMonth.from(this.clock.instant().atZone(VendorTime.ZONE));
	}

	private static YearMonth month(String pointer, String text) {
		try {
			if (text.matches("2\\d{3}-\\d{2}")) {
				return YearMonth.parse(text);
			}
		}
		catch (DateTimeException ex) {
			throw Problem.invalid(pointer, "WRONG_VALUE", "There is no such month.");
		}
		throw Problem.invalid(pointer, "WRONG_VALUE", "A month looks like 2026-03.");
	}

	/** Customers at present, and how they came and went. */
	record Customers(int present, List<Series> series, List<Contribution> contributions) {
	}

	/** Lines of a chart. */
	record Chart(List<Series> series) {
	}

}
