package io.partnerhub.billing.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.order.Price.Off;
import io.partnerhub.platform.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what orders came to; a part's price stands with the combined order. */
@Component
class PriceStore {

	private final JdbcClient jdbc;

	PriceStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** By the ids of orders that are no parts; those without an entry are plain. */
	Map<UUID, Price> of(Collection<UUID> orders) {
		UUID[] ids = orders.toArray(UUID[]::new);
		Map<UUID, List<Off>> discounts = discounts(ids);
		Map<UUID, Money> cashCoupons = cashCoupons(ids);
		Map<UUID, Price> prices = new HashMap<>();
		orders.forEach((id) -> prices.put(id,
				new Price(cashCoupons.getOrDefault(id, Money.zero()), discounts.getOrDefault(id, List.of()))));
		return prices;
	}

	/** Those in the prices already, and the one that was chosen at payment. */
	private Map<UUID, List<Off>> discounts(UUID[] ids) {
		Map<UUID, List<Off>> discounts = new HashMap<>();
		this.jdbc.sql("""
				select d.order_id, d.line_number, l.sub_order_number, d.discount_type,
				       d.discount_type = any(:fixed) as fixed, d.amount_minor
				from order_discount d
				join order_line l on l.order_id = d.order_id and l.line_number = d.line_number
				join customer_order o on o.id = d.order_id
				left join order_payment p on p.id = o.payment_id
				where d.order_id = any(:ids) and (d.discount_type = any(:fixed) or d.discount_id = p.discount_id)
				order by d.order_id, d.discount_id, d.line_number
				""").param("ids", ids).param("fixed", OrderDiscount.FIXED.toArray(Integer[]::new)).query((row) -> {
			discounts.computeIfAbsent(OrderRows.id(row, "order_id"), (any) -> new ArrayList<>())
				.add(new Off(row.getString("line_number"), row.getString("sub_order_number"),
						row.getInt("discount_type"), row.getBoolean("fixed"), OrderRows.money(row, "amount_minor")));
		});
		return discounts;
	}

	private Map<UUID, Money> cashCoupons(UUID[] ids) {
		Map<UUID, Money> amounts = new HashMap<>();
		this.jdbc.sql("""
				select o.id, p.cash_coupon_minor
				from customer_order o
				join order_payment p on p.id = o.payment_id
				where o.id = any(:ids) and p.cash_coupon_minor > 0
				""").param("ids", ids).query((row) -> {
			amounts.put(OrderRows.id(row, "id"), OrderRows.money(row, "cash_coupon_minor"));
		});
		return amounts;
	}

}
