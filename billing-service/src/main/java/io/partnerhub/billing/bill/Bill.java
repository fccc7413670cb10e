package io.partnerhub.billing.bill;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.ConsumptionEvent.BillIssued;
import io.partnerhub.contracts.ConsumptionEvent.BillOverdue;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A partner's bill for a month (BIL-01): issued, perhaps overdue, and paid once all of it
 * is.
 *
 * @param carried what credits exceed the charges; 0.00 or less, it lessens the next bill
 */
record Bill(UUID id, Realm realm, YearMonth cycle, State state, Money amount, Money carried, Money paid,
		Instant issuedAt, LocalDate dueDate, @Nullable Instant paidAt) {

	Money open() {
		return this.amount.minus(this.paid);
	}

	BillIssued issued() {
		return new BillIssued(this.realm.partnerId(), this.realm.ownerPartnerId(), this.id, this.cycle.toString(),
				this.amount.amount(), this.dueDate.toString());
	}

	BillOverdue overdue() {
		return new BillOverdue(this.realm.partnerId(), this.realm.ownerPartnerId(), this.id, this.cycle.toString(),
				open().amount());
	}

	/** From ISSUED to PAID, in time or not. */
	enum State {

		ISSUED, OVERDUE, PAID

	}

}
