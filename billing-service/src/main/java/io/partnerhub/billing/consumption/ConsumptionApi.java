package io.partnerhub.billing.consumption;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.attribution.Attribution;
import io.partnerhub.billing.attribution.Sight;
import io.partnerhub.billing.consumption.SummaryStore.Dimension;
import io.partnerhub.billing.consumption.SummaryStore.Group;
import io.partnerhub.billing.consumption.SummaryStore.SummaryFilter;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sums of what customers consumed, for a partner's people. It is not the partner's bill
 * and no basis of settlement. Account managers see what counts for them, supervisors what
 * counts for their team.
 */
@RestController
class ConsumptionApi {

	private final ConsumptionQueries queries;

	private final KnownPartners partners;

	ConsumptionApi(ConsumptionQueries queries, KnownPartners partners) {
		this.queries = queries;
		this.partners = partners;
	}

	@GetMapping("/api/v1/consumption/summary")
	@Operation(summary = "A month in sums, by way of payment and in parts",
			description = "cycle is YYYY-MM in UTC+8, at most 18 months back (400 CYCLE_OUT_OF_RANGE). by: ASSOCIATION_TYPE "
					+ "unless told, ACCOUNT_MANAGER, CHARGE_MODE or BILL_TYPE; the parts add up to the totals. asOf tells the "
					+ "figures as they stood at a time. Of the partner itself, or of the reseller named by indirectPartnerId.")
	Month summary(Caller caller, @RequestParam String cycle, @RequestParam(required = false) @Nullable Dimension by,
			@RequestParam(required = false) @Nullable Instant asOf,
			@RequestParam(required = false) @Nullable UUID indirectPartnerId) {
		BillCycle month = Cycles.read(cycle);
		return Month.of(month, asOf, this.queries.month(sight(caller, indirectPartnerId), month,
				(by != null) ? by : Dimension.ASSOCIATION_TYPE, asOf));
	}

	@GetMapping("/api/v1/consumption/discounts")
	@Operation(summary = "What was saved against the list in a month, service by service, largest first",
			description = "The first 1,000 services; of one customer, if he is named.")
	Month discounts(Caller caller, @RequestParam String cycle,
			@RequestParam(required = false) @Nullable UUID customerId,
			@RequestParam(required = false) @Nullable UUID indirectPartnerId) {
		BillCycle month = Cycles.read(cycle);
		return Month.of(month, null, this.queries.services(sight(caller, indirectPartnerId), month, customerId));
	}

	@GetMapping("/api/v1/consumption/summary-lines")
	@Operation(summary = "A month line by line: customer, service, model, charge mode, bill type and account manager",
			description = "Booked amounts: the exact sum of a line rounded once, half to even. chargeMode 1, 3, 10 or 11; "
					+ "billType 0 consumption, 1 refund, 2 write-off. 404 CUSTOMER_NOT_VISIBLE for who never was yours.")
	Page<Line> lines(Caller caller, @RequestParam String cycle,
			@RequestParam(required = false) @Nullable UUID customerId,
			@RequestParam(required = false) @Nullable String serviceType,
			@RequestParam(required = false) @Nullable Integer chargeMode,
			@RequestParam(required = false) @Nullable Integer billType,
			@RequestParam(required = false) @Nullable AssociationType associationType,
			@RequestParam(required = false) @Nullable UUID indirectPartnerId, PageQuery page) {
		SummaryFilter filter = new SummaryFilter(Cycles.read(cycle), customerId, serviceType,
				Codes.chargeMode(chargeMode), Codes.billType(billType), associationType, null);
		return this.queries.lines(sight(caller, indirectPartnerId), filter, page).map(Line::of);
	}

	@GetMapping("/api/v1/consumption/attribution")
	@Operation(summary = "For whom a customer's consumption of one moment counts",
			description = "The partner of then, the model of then, and the account manager whose period contains the moment. "
					+ "404 CUSTOMER_NOT_VISIBLE if he was not yours then.")
	Attribution attribution(Caller caller, @RequestParam UUID customerId, @RequestParam Instant asOf) {
		return this.queries.attribution(sight(caller, null), customerId, asOf);
	}

	private Sight sight(Caller caller, @Nullable UUID indirectPartnerId) {
		return Sight.of(caller, this.partners.realmOf(caller, indirectPartnerId));
	}

	/**
	 * A month.
	 *
	 * @param refreshedAt when the last of it was posted, absent if there is nothing
	 * @param totals one per currency
	 * @param parts key, or no key for what counts for no account manager, and figures
	 */
	record Month(BillCycle cycle, @Nullable Instant asOf, @Nullable Instant refreshedAt, Collection<Sums> totals,
			List<Part> parts) {

		static Month of(BillCycle cycle, @Nullable Instant asOf, List<Group> groups) {
			Map<Object, Figures> totals = new LinkedHashMap<>();
			groups.forEach((group) -> totals.merge(group.figures().currency(), group.figures(), Figures::plus));
			return new Month(cycle, asOf, groups.stream().map(Group::refreshedAt).max(Instant::compareTo).orElse(null),
					totals.values().stream().map(Sums::of).toList(),
					groups.stream().map((group) -> new Part(group.key(), Sums.of(group.figures()))).toList());
		}

	}

	/** A part of a month. */
	record Part(@Nullable String key, Sums sums) {
	}

	/**
	 * Booked sums.
	 *
	 * @param saved official less payable
	 * @param paid payable less debt and what was written off
	 */
	record Sums(long records, Money official, Money payable, Money saved, Money paid, Money cash, Money credit,
			Money voucher, Money cashCoupon, Money storedValueCard, Money debt, Money writeoff) {

		static Sums of(Figures figures) {
			return new Sums(figures.records(), figures.official(), figures.payable(), figures.saved(), figures.paid(),
					figures.cash(), figures.credit(), figures.voucher(), figures.cashCoupon(),
					figures.storedValueCard(), figures.debt(), figures.writeoff());
		}

	}

	/** A line of a month. */
	record Line(UUID id, BillCycle cycle, UUID customerId, @Nullable UUID accountManagerId,
			AssociationType associationType, String serviceType, int chargeMode, int billType, Sums sums,
			Instant refreshedAt) {

		static Line of(SummaryLine line) {
			return new Line(line.id(), line.cycle(), line.customerId(), line.accountManagerId(), line.associationType(),
					line.serviceType(), line.chargeMode(), line.billType(), Sums.of(line.figures()),
					line.refreshedAt());
		}

	}

}
