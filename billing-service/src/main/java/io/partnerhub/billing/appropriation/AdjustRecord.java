package io.partnerhub.billing.appropriation;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.customer.KnownCustomer;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;

/**
 * What the partner did with a customer's appropriated money (ADJ-09): appropriation (拨款),
 * reclaim (回收) or return at the end of the link (解绑回收).
 */
record AdjustRecord(UUID id, Realm realm, UUID customerId, int epoch, String customerName, EntryKind kind,
		UUID transactionId, Money amount, String operator, Instant at) {

	private static final String OPERATION = "SOURCE_OPERATION_";

	static AdjustRecord of(KnownCustomer customer, EntryKind kind, UUID transactionId, Money amount, String operator,
			Instant at) {
		return new AdjustRecord(Ids.next(), customer.realm(), customer.id(), customer.epoch(), customer.name(), kind,
				transactionId, amount, operator, at);
	}

	/** The kind as the vendor's records name it. */
	String operationType() {
		return OPERATION + this.kind;
	}

}
