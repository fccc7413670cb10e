package io.partnerhub.billing.consumption;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.performance.Goods;
import io.partnerhub.contracts.AssociationType;
import org.jspecify.annotations.Nullable;

/**
 * A record of consumption and for whom it counts. Amounts have all their digits; the
 * detail is authoritative (CON-01).
 *
 * @param accountManagerId whose period contained the trade time; absent for none
 */
record ConsumptionRecord(UUID id, String reference, UUID customerId, BillCycle cycle, Instant tradeTime, UUID partnerId,
		@Nullable UUID accountManagerId, AssociationType associationType, int chargeMode, int billType, int detailType,
		Goods goods, boolean paidByPartner, Consumed.What what, @Nullable BigDecimal usage, @Nullable String unit,
		@Nullable BigDecimal unitPrice, String currency, Amounts amounts) {
}
