package io.partnerhub.billing.consumption;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.attribution.Attribution;
import io.partnerhub.billing.attribution.Attributions;
import io.partnerhub.billing.attribution.Sight;
import io.partnerhub.billing.consumption.ServiceSumStore.ServiceSum;
import io.partnerhub.billing.consumption.SummaryStore.Dimension;
import io.partnerhub.billing.consumption.SummaryStore.Group;
import io.partnerhub.billing.consumption.SummaryStore.SummaryFilter;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.ledger.VendorTime;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at consumption: of the last 18 months (CON-01), of customers the caller has or
 * had (CON-03, CON-04, ASG-10).
 */
@Service
@Transactional(readOnly = true)
class ConsumptionQueries {

	private static final int SERVICES = 1000;

	private final SummaryStore summaries;

	private final ServiceSumStore sums;

	private final RecordStore records;

	private final Attributions attributions;

	private final ConsumptionSettings settings;

	private final Clock clock;

	ConsumptionQueries(SummaryStore summaries, ServiceSumStore sums, RecordStore records, Attributions attributions,
			ConsumptionSettings settings, Clock clock) {
		this.summaries = summaries;
		this.sums = sums;
		this.records = records;
		this.attributions = attributions;
		this.settings = settings;
		this.clock = clock;
	}

	List<Group> month(Sight sight, BillCycle cycle, Dimension dimension, @Nullable Instant asOf) {
		return this.summaries.month(sight, inRange(cycle), dimension, asOf);
	}

	List<Group> services(Sight sight, BillCycle cycle, @Nullable UUID customer) {
		requireVisible(sight, customer);
		return this.summaries.services(sight, inRange(cycle), customer, SERVICES);
	}

	Page<SummaryLine> lines(Sight sight, SummaryFilter filter, PageQuery page) {
		requireVisible(sight, filter.customerId());
		inRange(filter.cycle());
		return Page.of(this.summaries.page(sight, filter, page), page, SummaryLine::id);
	}

	Page<ConsumptionRecord> records(Sight sight, RecordFilter filter, PageQuery page) {
		requireVisible(sight, filter.customerId());
		inRange(filter.cycle());
		return Page.of(this.records.page(sight, filter, page), page, ConsumptionRecord::id);
	}

	/** For whom a customer's consumption of a moment counts. */
	Attribution attribution(Sight sight, UUID customer, Instant at) {
		return this.attributions.find(sight, customer, at).orElseThrow(ConsumptionQueries::notVisible);
	}

	/**
	 * For the vendor's open API, where who is not the caller's has nothing; up to the
	 * last midnight.
	 */
	Found<ServiceSum> sums(Realm realm, SummaryFilter filter, Offset offset) {
		inRange(filter.cycle());
		Instant midnight = this.clock.instant().atOffset(VendorTime.ZONE).truncatedTo(ChronoUnit.DAYS).toInstant();
		return new Found<>(this.sums.page(realm, filter, midnight, offset), this.sums.count(realm, filter, midnight));
	}

	Found<ConsumptionRecord> records(Realm realm, RecordFilter filter, Offset offset) {
		inRange(filter.cycle());
		return new Found<>(this.records.page(realm, filter, offset), this.records.count(realm, filter));
	}

	Found<UUID> customers(Realm realm, BillCycle cycle, String currency, Offset offset) {
		inRange(cycle);
		return new Found<>(this.summaries.customers(realm, cycle, currency, offset),
				this.summaries.countCustomers(realm, cycle, currency));
	}

	private BillCycle inRange(BillCycle cycle) {
		return cycle.within(this.settings.months(), this.clock);
	}

	private void requireVisible(Sight sight, @Nullable UUID customer) {
		Optional.ofNullable(customer).filter((id) -> !this.attributions.everHad(sight, id)).ifPresent((id) -> {
			throw notVisible();
		});
	}

	private static Problem notVisible() {
		return Problem.notFound("CUSTOMER_NOT_VISIBLE", "customer of yours");
	}

	/** A page and how much there is. */
	record Found<T>(List<T> rows, int total) {
	}

}
