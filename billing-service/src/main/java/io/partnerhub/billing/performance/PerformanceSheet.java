package io.partnerhub.billing.performance;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.ConsumptionEvent.PerformanceSheetClosed;
import io.partnerhub.platform.money.Money;

/**
 * What a partner achieved in a settled month (业绩单).
 *
 * @param period the month, such as 202603
 * @param own of its own customers
 * @param total with those of its resellers (PER-07)
 */
record PerformanceSheet(UUID id, Realm realm, int period, Money own, Money total, Instant closedAt) {

	PerformanceSheetClosed closed() {
		return new PerformanceSheetClosed(this.realm.partnerId(), this.realm.ownerPartnerId(), this.id,
				PerformanceRules.month(this.period).toString(), this.total.amount());
	}

}
