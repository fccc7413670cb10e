package io.partnerhub.billing.ledger;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the vendor whether the books are right (I-13, I-14). */
@RestController
class ReconciliationApi {

	private final Reconciliation reconciliation;

	ReconciliationApi(Reconciliation reconciliation) {
		this.reconciliation = reconciliation;
	}

	@GetMapping("/api/v1/vendor/trial-balance")
	@Operation(summary = "Show the balances of all accounts by kind; their total is 0.00")
	TrialBalance trialBalance(Caller caller) {
		return this.reconciliation.trialBalance(caller);
	}

	@GetMapping("/api/v1/vendor/ledger-differences")
	@Operation(summary = "List what of accounts does not agree when counted from zero, found last first",
			description = "An empty list is the rule. What agrees again leaves the list with the next count.")
	Page<DifferenceView> differences(Caller caller, PageQuery page) {
		return this.reconciliation.list(caller, page)
			.map((found) -> new DifferenceView(found.accountId(), found.what(), found.booked(), found.counted(),
					found.foundAt()));
	}

	/**
	 * A difference.
	 *
	 * @param what BALANCE, or ENTRIES, which counts entries in hundredths
	 * @param booked what the account says
	 * @param counted what its entries say
	 */
	record DifferenceView(UUID accountId, String what, Money booked, Money counted, Instant foundAt) {
	}

}
