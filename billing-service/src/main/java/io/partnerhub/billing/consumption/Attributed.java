package io.partnerhub.billing.consumption;

import java.util.UUID;

import io.partnerhub.billing.attribution.Holder;
import io.partnerhub.billing.consumption.Consumed.BillType;
import io.partnerhub.billing.consumption.RowProblem.Issue;
import io.partnerhub.billing.performance.PerformanceRules;
import org.jspecify.annotations.Nullable;

/**
 * A record and whose it is (PER-06).
 *
 * @param written the record
 * @param customerId its customer, if the hub knows which
 * @param known whether anybody ever had him
 * @param holder who had him at the record's time; nobody, and the record is left out
 */
record Attributed(Written written, @Nullable UUID customerId, boolean known, @Nullable Holder holder) {

	Consumed record() {
		return this.written.record();
	}

	Told told() {
		return Told.of(record(), this.customerId);
	}

	/**
	 * The month in which it counts as performance; settled months stay as they are, and
	 * what is late counts in the first open one.
	 */
	int performancePeriod(BillCycle open) {
		boolean refund = record().billType() == BillType.REFUND;
		BillCycle own = new BillCycle(PerformanceRules.period(refund, record().cycle().month(), record().tradeTime()));
		return Math.max(own.code(), open.code());
	}

	/** Why it is left out. */
	Issue refused() {
		return issue(this.known ? "NOT_ASSOCIATED" : "UNKNOWN_SUB_ACCOUNT");
	}

	/** It was told before, otherwise. */
	Issue contradicted() {
		return issue("RECORD_CONTRADICTS");
	}

	private Issue issue(String code) {
		String account = record().subAccount();
		return new Issue(record().line(), code,
				(account != null) ? account : (this.customerId != null) ? this.customerId.toString() : "NULL");
	}

}
