package io.partnerhub.billing.consumption;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.page.Conditions;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the detail (13.2); the cycle always is (CON-06).
 *
 * @param from inclusive
 * @param to exclusive
 */
record RecordFilter(BillCycle cycle, @Nullable UUID customerId, @Nullable UUID accountManagerId,
		@Nullable String tradeId, @Nullable String resourceId, @Nullable String resourceName,
		@Nullable String serviceType, @Nullable String region, @Nullable String subAccount,
		@Nullable AssociationType associationType, @Nullable Integer chargeMode, @Nullable Integer billType,
		@Nullable Integer detailType, @Nullable Instant from, @Nullable Instant to, @Nullable String currency) {

	Conditions conditions() {
		return new Conditions().and("owner_partner_id = :owner")
			.and("cycle = :cycle", "cycle", this.cycle.code())
			.and("customer_id = :customer", "customer", this.customerId)
			.and("account_manager_id = :manager", "manager", this.accountManagerId)
			.and("trade_id = :trade", "trade", this.tradeId)
			.and("resource_id = :resource", "resource", this.resourceId)
			.and("resource_name = :resourceName", "resourceName", this.resourceName)
			.and("service_type = :service", "service", this.serviceType)
			.and("region = :region", "region", this.region)
			.and("sub_account = :subAccount", "subAccount", this.subAccount)
			.and("association_type = :type", "type", this.associationType)
			.and("charge_mode = :mode", "mode", this.chargeMode)
			.and("bill_type = :bill", "bill", this.billType)
			.and("detail_type = :detail", "detail", this.detailType)
			.and("trade_time >= :from", "from", this.from)
			.and("trade_time < :to", "to", this.to)
			.and("currency = :currency", "currency", this.currency);
	}

}
