package io.partnerhub.coupon.quota;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the vendor which quotas do not agree when they are counted from zero. */
@RestController
@Tag(name = "Quotas the vendor grants")
class DifferenceApi {

	private final Reconciliation reconciliation;

	DifferenceApi(Reconciliation reconciliation) {
		this.reconciliation = reconciliation;
	}

	@GetMapping("/api/v1/vendor/quota-differences")
	@Operation(summary = "List what of quotas does not agree when counted from zero, found last first",
			description = "An empty list is the rule. What agrees again leaves the list with the next count.")
	Page<DifferenceView> list(Caller caller, PageQuery page) {
		return this.reconciliation.list(caller, page)
			.map((found) -> new DifferenceView(found.quotaId(), found.what(), found.booked(), found.counted(),
					found.foundAt()));
	}

	/**
	 * A difference.
	 *
	 * @param what the bucket and what it was counted from; JOURNAL_LINES counts lines in
	 * hundredths
	 * @param booked what the quota says
	 * @param counted what the count says
	 */
	record DifferenceView(UUID quotaId, String what, Money booked, Money counted, Instant foundAt) {
	}

}
