package io.partnerhub.customer.resource;

import java.time.Instant;

import io.partnerhub.platform.page.Conditions;
import org.jspecify.annotations.Nullable;

/** What resources can be filtered by; all of it has to hold (ORD-21). */
record ResourceFilter(@Nullable ChargingMode chargingMode, CustomerResource.@Nullable State state,
		@Nullable String serviceTypeCode, @Nullable String regionCode, @Nullable String resourceId,
		@Nullable String orderId, @Nullable Instant expiresBefore) {

	Conditions conditions() {
		return new Conditions().and("r.charging_mode = :mode", "mode", this.chargingMode)
			.and("r.state = :state", "state", this.state)
			.and("r.service_type_code = :service", "service", this.serviceTypeCode)
			.and("r.region_code = :region", "region", this.regionCode)
			.and("r.resource_id = :resource", "resource", this.resourceId)
			.and("r.order_id = :order", "order", this.orderId)
			.and("r.expires_at < :expires", "expires", this.expiresBefore);
	}

}
