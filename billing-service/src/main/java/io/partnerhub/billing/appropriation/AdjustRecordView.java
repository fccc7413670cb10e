package io.partnerhub.billing.appropriation;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.AppropriationType;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.privacy.Masks;
import org.jspecify.annotations.Nullable;

/**
 * A record of money that moved, for front ends; names stay masked in lists.
 *
 * @param customerId absent for a reseller
 * @param resellerId absent for a customer
 * @param operationType SOURCE_OPERATION_BEADJUST, _BERETRIEVE or _BEUNBIND (ADJ-09)
 */
record AdjustRecordView(UUID id, UUID transactionId, @Nullable UUID customerId, @Nullable String customerName,
		@Nullable UUID resellerId, @Nullable String resellerName, String operationType, AppropriationType type,
		Money amount, String operator, @Nullable String remark, Instant at) {

	static AdjustRecordView of(AdjustRecord record) {
		boolean reseller = record.target() == AdjustTarget.RESELLER;
		String name = Masks.name(record.targetName());
		return new AdjustRecordView(record.id(), record.transactionId(), reseller ? null : record.targetId(),
				reseller ? null : name, reseller ? record.targetId() : null, reseller ? name : null,
				record.operationType(), record.type(), record.amount(), record.operator(), record.remark(),
				record.at());
	}

}
