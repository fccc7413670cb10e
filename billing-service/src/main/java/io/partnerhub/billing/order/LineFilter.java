package io.partnerhub.billing.order;

import io.partnerhub.platform.page.Conditions;
import org.jspecify.annotations.Nullable;

/**
 * Which order lines are wanted (ORD-04).
 *
 * @param expires when what was ordered ends
 * @param serviceTypeCode of the line, not of its order
 */
record LineFilter(OrderPeriods.Range expires, @Nullable String customerName, @Nullable String number,
		@Nullable String serviceTypeCode, @Nullable OrderType type, @Nullable OrderStatus status) {

	Conditions on(Conditions seen) {
		return new OrderFilter(null, this.customerName, this.number, this.status, null, this.type,
				OrderPeriods.Range.ALL, OrderPeriods.Range.ALL, null)
			.on(seen)
			.and("l.partner_id = o.partner_id and l.owner_partner_id = o.owner_partner_id")
			.and("l.service_type_code = :lineService", "lineService", this.serviceTypeCode)
			.and("l.expires_at >= :expiresFrom", "expiresFrom", this.expires.from())
			.and("l.expires_at < :expiresTo", "expiresTo", this.expires.to());
	}

}
