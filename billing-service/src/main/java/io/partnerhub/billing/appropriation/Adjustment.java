package io.partnerhub.billing.appropriation;

import java.util.UUID;

import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.contracts.AppropriationType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A wish to give money to a customer or reseller (BEADJUST) or to take it back
 * (BERETRIEVE); vouchers never move this way (ADJ-07).
 *
 * @param type what kind of money; resellers get cash alone (ADJ-06)
 * @param transactionId the caller's, or a fresh one
 * @param ownId whether it is the caller's, so that it may have been used before
 * @param remark stays with the partner
 */
record Adjustment(EntryKind kind, AdjustTarget target, UUID targetId, AppropriationType type, Money amount,
		UUID transactionId, boolean ownId, @Nullable String remark) {

	static Adjustment ofCustomer(EntryKind kind, UUID customerId, @Nullable AppropriationType type, Money amount,
			@Nullable UUID transactionId, @Nullable String remark) {
		return of(kind, AdjustTarget.CUSTOMER, customerId, (type != null) ? type : AppropriationType.CASH, amount,
				transactionId, remark);
	}

	static Adjustment ofReseller(EntryKind kind, UUID resellerId, Money amount, @Nullable UUID transactionId,
			@Nullable String remark) {
		return of(kind, AdjustTarget.RESELLER, resellerId, AppropriationType.CASH, amount, transactionId, remark);
	}

	private static Adjustment of(EntryKind kind, AdjustTarget target, UUID targetId, AppropriationType type,
			Money amount, @Nullable UUID transactionId, @Nullable String remark) {
		return new Adjustment(kind, target, targetId, type, amount,
				(transactionId != null) ? transactionId : Ids.next(), transactionId != null, remark);
	}

}
