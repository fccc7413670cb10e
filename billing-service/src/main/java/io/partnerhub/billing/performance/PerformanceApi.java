package io.partnerhub.billing.performance;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.attribution.Sight;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.billing.performance.PerformanceStore.ResellerShare;
import io.partnerhub.billing.performance.PerformanceStore.Share;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Performance and its sheets for a partner's people. */
@RestController
class PerformanceApi {

	private final PerformanceSheets sheets;

	private final KnownPartners partners;

	PerformanceApi(PerformanceSheets sheets, KnownPartners partners) {
		this.sheets = sheets;
		this.partners = partners;
	}

	@GetMapping("/api/v1/performance")
	@Operation(summary = "What a month counts, by account manager and, for a distributor, by reseller",
			description = "period is YYYY-MM in UTC+8. An account manager sees what counts for him, a supervisor what counts "
					+ "for the team. The share without accountManagerId counts for nobody. A reseller's customers count for "
					+ "its distributor; the reseller sees them as its own. Of the reseller named by indirectPartnerId, too.")
	MonthView month(Caller caller, @RequestParam String period,
			@RequestParam(required = false) @Nullable UUID indirectPartnerId) {
		YearMonth month = month(period);
		Sight sight = Sight.of(caller, this.partners.realmOf(caller, indirectPartnerId));
		PerformanceSheets.Month found = this.sheets.month(sight, month);
		return new MonthView(month.toString(), found.closed(), found.shares(), found.resellers());
	}

	@GetMapping("/api/v1/performance-sheets")
	@Operation(summary = "Settled months with their totals, latest first",
			description = "total has the resellers' share of a distributor in it. Of one period (YYYY-MM), if it is named.")
	Page<SheetView> sheets(Caller caller, @RequestParam(required = false) @Nullable String period,
			@RequestParam(required = false) @Nullable UUID indirectPartnerId, PageQuery page) {
		caller.requireWhole(Permission.VIEW_CUSTOMERS);
		return this.sheets
			.page(this.partners.realmOf(caller, indirectPartnerId), (period != null) ? month(period) : null, page)
			.map(SheetView::of);
	}

	private static YearMonth month(String text) {
		try {
			if (text.matches("2\\d{3}-\\d{2}")) {
				return YearMonth.parse(text);
			}
		}
		catch (DateTimeException ex) {
			throw Problem.invalid("?period", "WRONG_VALUE", "There is no such month.");
		}
		throw Problem.invalid("?period", "WRONG_VALUE", "A month looks like 2026-03.");
	}

	/**
	 * A month.
	 *
	 * @param closed whether it is settled and changes no more
	 * @param shares of the partner's own customers
	 * @param resellers of the resellers' customers, the 1,000 largest, for a
	 * distributor's people who see all
	 */
	record MonthView(String period, boolean closed, List<Share> shares, List<ResellerShare> resellers) {
	}

	/** A settled month. */
	record SheetView(UUID id, String period, Money own, Money total, String state, Instant closedAt) {

		static SheetView of(PerformanceSheet sheet) {
			return new SheetView(sheet.id(), PerformanceRules.month(sheet.period()).toString(), sheet.own(),
					sheet.total(), "CLOSED", sheet.closedAt());
		}

	}

}
