package io.partnerhub.billing.order;

import java.util.Locale;
import java.util.UUID;

import io.partnerhub.platform.page.Conditions;
import org.jspecify.annotations.Nullable;

/**
 * Which orders are wanted (ORD-03).
 *
 * @param customerName begins so; from 3 characters on, has that anywhere
 * @param number of the order, whatever its case
 * @param created when it was placed
 * @param paid when it was paid
 * @param request what became of the latest request to pay on behalf
 */
record OrderFilter(@Nullable UUID customerId, @Nullable String customerName, @Nullable String number,
		@Nullable OrderStatus status, @Nullable String serviceTypeCode, @Nullable OrderType type,
		OrderPeriods.Range created, OrderPeriods.Range paid, @Nullable RequestState request) {

	private static final int INFIX_FROM = 3;

	/** Adds what is asked for to what the caller sees. */
	Conditions on(Conditions seen) {
		byName(seen.and("o.combined_id is null"));
		return seen.and("o.customer_id = :customer", "customer", this.customerId)
			.and("lower(o.order_number) = lower(:number)", "number", this.number)
			.and("o.status = :status", "status", this.status)
			.and("o.service_type_code = :service", "service", this.serviceTypeCode)
			.and("o.order_type = :type", "type", this.type)
			.and("o.created_at >= :createdFrom", "createdFrom", this.created.from())
			.and("o.created_at < :createdTo", "createdTo", this.created.to())
			.and("o.paid_at >= :paidFrom", "paidFrom", this.paid.from())
			.and("o.paid_at < :paidTo", "paidTo", this.paid.to())
			.and("o.request_state = :request", "request", this.request);
	}

	private void byName(Conditions seen) {
		if (this.customerName != null) {
			String name = this.customerName.toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1");
			boolean infix = this.customerName.codePointCount(0, this.customerName.length()) >= INFIX_FROM;
			seen.and("""
					o.customer_id in (select n.customer_id from known_customer n
					                  where n.partner_id = o.partner_id and n.owner_partner_id = o.owner_partner_id
					                    and lower(n.customer_name) like :name)
					""", "name", (infix ? "%" : "") + name + "%");
		}
	}

}
