package io.partnerhub.billing.order;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of orders, as commands need them: one by one and locked. */
@Component
class OrderStore {

	private final JdbcClient jdbc;

	OrderStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** False if the number is known already; waits for one that is under way. */
	boolean insert(Order order) {
		return this.jdbc
			.sql("""
					insert into customer_order (id, partner_id, owner_partner_id, order_number, combined_id, feed_version,
					                            customer_id, epoch, status, cancelled_by, order_type, source_type,
					                            service_type_code, service_type_name, official_minor, amount_minor, currency,
					                            created_at, pay_before, effective_by, contract_id, creator, region,
					                            base_order_number, hardware, failure)
					values (:id, :partner, :owner, :number, :combined::uuid, :version, :customer, :epoch, :status,
					        :cancelled::text, :type, :source, :service, :serviceName::text, :official, :amount, :currency,
					        :created, :payBefore, :effectiveBy::timestamptz, :contract::text, :creator::text, :region::text,
					        :base::text, :hardware, :failure::text)
					on conflict (lower(order_number)) do nothing
					""")
			.params(facts(order))
			.param("id", order.id())
			.param("partner", order.realm().partnerId())
			.param("owner", order.realm().ownerPartnerId())
			.param("number", order.number())
			.param("combined", order.combinedId())
			.param("customer", order.customerId())
			.param("epoch", order.epoch())
			.param("currency", order.facts().amount().currency().getCurrencyCode())
			.param("created", Timestamp.from(order.facts().createdAt()))
			.update() == 1;
	}

	/** Keeps news of an order that is locked. */
	void update(Order order) {
		this.jdbc
			.sql("""
					update customer_order
					set feed_version = :version, status = :status, cancelled_by = :cancelled::text, order_type = :type,
					    source_type = :source, service_type_code = :service, service_type_name = :serviceName::text,
					    official_minor = :official, amount_minor = :amount, pay_before = :payBefore,
					    effective_by = :effectiveBy::timestamptz, contract_id = :contract::text, creator = :creator::text,
					    region = :region::text, base_order_number = :base::text, hardware = :hardware, failure = :failure::text
					where id = :id
					""")
			.params(facts(order))
			.param("id", order.id())
			.update();
	}

	/** The order and what it is combined of. */
	void cancel(UUID id, Canceller canceller) {
		this.jdbc.sql("""
				update customer_order set status = 'CANCELLED', cancelled_by = :canceller
				where id = :id or combined_id = :id
				""").param("id", id).param("canceller", canceller.name()).update();
	}

	/** How it was paid stands with the order alone, not with its parts. */
	void pay(UUID id, OrderStatus status, Paid paid) {
		this.jdbc
			.sql("""
					update customer_order
					set payment_id = :payment, paid_at = :at, paid_by = :by, paid_with = :with, paid_provider = :provider::text,
					    paid_account = :account::uuid, paid_cash_minor = :cash, paid_credit_minor = :credit,
					    paid_coupon_minor = :coupons, paid_discount_minor = :discount, paid_association = :association,
					    reservation_id = :reservation::uuid, status = :status
					where id = :id
					""")
			.param("id", id)
			.param("status", status.name())
			.params(OrderRows.columns(paid))
			.update();
	}

	/** What each part of a paid order came to, by its id. */
	void payParts(OrderStatus status, Map<UUID, Money> prices) {
		this.jdbc.sql("""
				update customer_order o
				set status = :status, part_paid_minor = p.price
				from unnest(:parts::uuid[], :prices::bigint[]) as p (id, price)
				where o.id = p.id
				""")
			.param("status", status.name())
			.param("parts", prices.keySet().toArray(UUID[]::new))
			.param("prices", prices.values().stream().map(Money::minor).toArray(Long[]::new))
			.update();
	}

	/** The vendor issued a special VAT invoice of it, or took it back (ORD-15). */
	void setSpecialVatInvoice(UUID id, boolean issued) {
		this.jdbc.sql(
				"update customer_order set special_vat_invoice = :issued where id = :id and special_vat_invoice <> :issued")
			.param("issued", issued)
			.param("id", id)
			.update();
	}

	boolean hasSpecialVatInvoice(Order order) {
		return this.jdbc.sql("select special_vat_invoice from customer_order where id = :id")
			.param("id", order.id())
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

	/** Whether the customer paid, or had paid, any other order. */
	boolean hasPaidBefore(Order order) {
		return this.jdbc
			.sql("""
					select exists (select from customer_order
					               where customer_id = :customer and combined_id is null and paid_at is not null and id <> :id)
					""")
			.param("customer", order.customerId())
			.param("id", order.id())
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

	void setRequest(UUID id, UUID requestId) {
		this.jdbc.sql("update customer_order set request_id = :request, request_state = 'PENDING' where id = :id")
			.param("request", requestId)
			.param("id", id)
			.update();
	}

	Optional<Order> find(String number) {
		return this.jdbc.sql(OrderRows.SELECT + "where lower(order_number) = lower(:number)")
			.param("number", number)
			.query((row, index) -> OrderRows.order(row))
			.optional();
	}

	Optional<Order> find(UUID id) {
		return this.jdbc.sql(OrderRows.SELECT + "where id = :id")
			.param("id", id)
			.query((row, index) -> OrderRows.order(row))
			.optional();
	}

	Optional<Order> lock(UUID id) {
		return this.jdbc.sql(OrderRows.SELECT + "where id = :id for no key update")
			.param("id", id)
			.query((row, index) -> OrderRows.order(row))
			.optional();
	}

	List<Order> parts(Collection<UUID> combined) {
		return combined.isEmpty() ? List.of()
				: this.jdbc
					.sql(OrderRows.SELECT + "where combined_id = any(:combined) order by combined_id, order_number")
					.param("combined", combined.toArray(UUID[]::new))
					.query((row, index) -> OrderRows.order(row))
					.list();
	}

	/** Unpaid orders whose time is over, the longest overdue first (ORD-13). */
	List<Order> due(Instant now, int limit) {
		return this.jdbc.sql(OrderRows.SELECT + """
				where status = 'PENDING_PAYMENT' and combined_id is null and pay_before <= :now
				order by pay_before, id
				limit :limit
				""")
			.param("now", Timestamp.from(now))
			.param("limit", limit)
			.query((row, index) -> OrderRows.order(row))
			.list();
	}

	/**
	 * Unpaid orders that a request waits for though they should have taken effect
	 * (ORD-12).
	 */
	List<Order> overdue(Instant now, int limit) {
		return this.jdbc.sql(OrderRows.SELECT + """
				where o.status = 'PENDING_PAYMENT' and o.combined_id is null and o.effective_by < :now
				  and exists (select from pay_on_behalf r where r.order_id = o.id and r.state = 'PENDING')
				order by o.effective_by, o.id
				limit :limit
				""")
			.param("now", Timestamp.from(now))
			.param("limit", limit)
			.query((row, index) -> OrderRows.order(row))
			.list();
	}

	private static Map<String, @Nullable Object> facts(Order order) {
		OrderFacts facts = order.facts();
		Map<String, @Nullable Object> columns = new HashMap<>();
		columns.put("version", order.version());
		columns.put("status", order.status().name());
		columns.put("cancelled", OrderRows.name(order.cancelledBy()));
		columns.put("type", facts.type().name());
		columns.put("source", facts.sourceType());
		columns.put("service", facts.serviceTypeCode());
		columns.put("serviceName", facts.serviceTypeName());
		columns.put("official", facts.official().minor());
		columns.put("amount", facts.amount().minor());
		columns.put("payBefore", Timestamp.from(facts.payBefore()));
		columns.put("effectiveBy", OrderRows.timestamp(facts.effectiveBy()));
		columns.put("contract", facts.contractId());
		columns.put("creator", facts.creator());
		columns.put("region", facts.region());
		columns.put("base", facts.baseOrder());
		columns.put("hardware", facts.hardware());
		columns.put("failure", OrderRows.name(facts.failure()));
		return columns;
	}

}
