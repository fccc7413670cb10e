package io.partnerhub.billing.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.page.Plans;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of order lines; what a caller may see is decided in the query. */
@Component
class LineListStore {

	private final JdbcClient jdbc;

	LineListStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The newest lines first. */
	List<Row> page(Conditions conditions, PageQuery page) {
		Plans.forTheValues(this.jdbc);
		conditions.and("l.id < :after", "after", page.after());
		return this.jdbc.sql("select " + LineStore.COLUMNS + """
				     , o.order_number, o.customer_id, o.status, o.order_type, k.customer_name
				from order_line l
				join customer_order o on o.id = l.order_id
				left join known_customer k on k.customer_id = o.customer_id and k.partner_id = o.partner_id
				                          and k.owner_partner_id = o.owner_partner_id
				where\s""" + conditions.text() + "order by l.id desc limit :fetch")
			.params(conditions.parameters())
			.param("fetch", page.fetch())
			.query((row, index) -> row(row))
			.list();
	}

	/** How many there are, counted no further than the limit. */
	int count(Conditions conditions, int limit) {
		Plans.forTheValues(this.jdbc);
		return this.jdbc.sql("""
				select count(*)
				from (select from order_line l
				      join customer_order o on o.id = l.order_id
				      where\s""" + conditions.text() + "limit :limit) counted")
			.params(conditions.parameters())
			.param("limit", limit)
			.query((row, index) -> row.getInt(1))
			.single();
	}

	private static Row row(ResultSet row) throws SQLException {
		return new Row(LineStore.line(row), row.getString("order_number"), OrderRows.id(row, "customer_id"),
				row.getString("customer_name"), OrderStatus.valueOf(row.getString("status")),
				OrderType.valueOf(row.getString("order_type")));
	}

	/** A line with the order it is in. */
	record Row(OrderLine line, String orderNumber, UUID customerId, @Nullable String customerName, OrderStatus status,
			OrderType type) {

		Row named(@Nullable String name) {
			return new Row(this.line, this.orderNumber, this.customerId, name, this.status, this.type);
		}
	}

}
