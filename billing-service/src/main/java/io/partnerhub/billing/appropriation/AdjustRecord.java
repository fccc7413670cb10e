package io.partnerhub.billing.appropriation;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.customer.KnownCustomer;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AppropriationType;
import io.partnerhub.contracts.BillingEvent;
import io.partnerhub.contracts.BillingEvent.CustomerAppropriated;
import io.partnerhub.contracts.BillingEvent.CustomerBalanceReclaimed;
import io.partnerhub.contracts.BillingEvent.ResellerAppropriated;
import io.partnerhub.contracts.BillingEvent.ResellerBalanceReclaimed;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the partner did with money it appropriated (ADJ-09): appropriation (拨款), reclaim
 * (回收) or return at the end of the link (解绑回收).
 *
 * @param epoch of the customer's link; a reseller has none
 */
record AdjustRecord(UUID id, Realm realm, AdjustTarget target, UUID targetId, @Nullable Integer epoch,
		String targetName, EntryKind kind, AppropriationType type, UUID transactionId, Money amount, String operator,
		@Nullable String remark, Instant at) {

	private static final String OPERATION = "SOURCE_OPERATION_";

	static AdjustRecord returned(KnownCustomer customer, AppropriationType type, UUID transactionId, Money amount,
			String operator, Instant at) {
		return new AdjustRecord(Ids.next(), customer.realm(), AdjustTarget.CUSTOMER, customer.id(), customer.epoch(),
				customer.name(), EntryKind.BEUNBIND, type, transactionId, amount, operator, null, at);
	}

	/** The kind as the vendor's records name it. */
	String operationType() {
		return OPERATION + this.kind;
	}

	/** What is announced of an appropriation or reclaim. */
	BillingEvent event() {
		boolean given = this.kind == EntryKind.BEADJUST;
		UUID tenant = this.realm.partnerId();
		UUID owner = this.realm.ownerPartnerId();
		if (this.target == AdjustTarget.CUSTOMER) {
			return given
					? new CustomerAppropriated(tenant, owner, this.targetId, this.transactionId, this.amount.amount(),
							this.type)
					: new CustomerBalanceReclaimed(tenant, owner, this.targetId, this.transactionId,
							this.amount.amount(), this.type);
		}
		return given ? new ResellerAppropriated(tenant, owner, this.targetId, this.transactionId, this.amount.amount())
				: new ResellerBalanceReclaimed(tenant, owner, this.targetId, this.transactionId, this.amount.amount());
	}

}
