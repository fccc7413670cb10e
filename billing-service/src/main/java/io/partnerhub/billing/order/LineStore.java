package io.partnerhub.billing.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of what orders are made of, and of their discounts. */
@Component
class LineStore {

	static final String COLUMNS = """
			l.id, l.line_number, l.sub_order_number, l.service_type_code, l.service_type_name, l.product_id, l.product_spec,
			l.resource_type, l.period_type, l.period_num, l.quantity, l.official_minor, l.amount_minor, l.effective_at,
			l.expires_at, l.strictly_selected, l.marketplace
			""";

	private final JdbcClient jdbc;

	LineStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What was known of the order's lines before makes room. */
	void replace(Order order, List<OrderLine> lines, List<OrderDiscount> discounts) {
		this.jdbc.sql("delete from order_discount where order_id = :id").param("id", order.id()).update();
		this.jdbc.sql("delete from order_line where order_id = :id").param("id", order.id()).update();
		lines.forEach((line) -> insert(order, line));
		discounts.forEach((discount) -> discount.lines().keySet().forEach((line) -> insert(order, discount, line)));
	}

	/** Those of a part stand with the combined order and name it. */
	List<OrderLine> of(Order order) {
		return this.jdbc.sql("select " + COLUMNS + """
				from order_line l
				where l.order_id = :order and (:part::text is null or l.sub_order_number = :part::text)
				order by l.id
				""")
			.param("order", order.isPart() ? order.combinedId() : order.id())
			.param("part", order.isPart() ? order.number() : null)
			.query((row, index) -> line(row))
			.list();
	}

	/** Of a part those of its lines. */
	List<OrderDiscount> discounts(Order order, List<OrderLine> lines) {
		List<OrderDiscount> each = this.jdbc.sql("""
				select discount_id, discount_type, discount_value, mode, ratio, line_number, amount_minor
				from order_discount
				where order_id = :order and line_number = any(:lines)
				order by discount_id, line_number
				""")
			.param("order", order.isPart() ? order.combinedId() : order.id())
			.param("lines", lines.stream().map(OrderLine::number).toArray(String[]::new))
			.query((row, index) -> discount(row))
			.list();
		Map<String, OrderDiscount> merged = new LinkedHashMap<>();
		each.forEach((one) -> merged.merge(one.id(), one, LineStore::merge));
		return new ArrayList<>(merged.values());
	}

	private void insert(Order order, OrderLine line) {
		this.jdbc.sql("""
				insert into order_line (id, partner_id, owner_partner_id, order_id, line_number, sub_order_number,
				                        service_type_code, service_type_name, product_id, product_spec, resource_type,
				                        period_type, period_num, quantity, official_minor, amount_minor, effective_at,
				                        expires_at, strictly_selected, marketplace)
				values (:id, :partner, :owner, :order, :number, :subOrder::text, :service, :serviceName::text, :product,
				        :spec::text, :resource::text, :periodType::int, :periodNum::int, :quantity, :official, :amount,
				        :effective::timestamptz, :expires::timestamptz, :strict, :marketplace)
				""")
			.param("id", line.id())
			.param("partner", order.realm().partnerId())
			.param("owner", order.realm().ownerPartnerId())
			.param("order", order.id())
			.param("number", line.number())
			.param("subOrder", line.subOrder())
			.param("service", line.serviceTypeCode())
			.param("serviceName", line.serviceTypeName())
			.param("product", line.productId())
			.param("spec", line.productSpec())
			.param("resource", line.resourceType())
			.param("periodType", line.periodType())
			.param("periodNum", line.periodNum())
			.param("quantity", line.quantity())
			.param("official", line.official().minor())
			.param("amount", line.amount().minor())
			.param("effective", OrderRows.timestamp(line.effectiveAt()))
			.param("expires", OrderRows.timestamp(line.expiresAt()))
			.param("strict", line.strictlySelected())
			.param("marketplace", line.marketplace())
			.update();
	}

	private void insert(Order order, OrderDiscount discount, String line) {
		this.jdbc
			.sql("""
					insert into order_discount (partner_id, owner_partner_id, order_id, discount_id, discount_type, discount_value,
					                            mode, ratio, line_number, amount_minor)
					values (:partner, :owner, :order, :id, :type, :value::text, :mode, :ratio::numeric, :line, :amount)
					""")
			.param("partner", order.realm().partnerId())
			.param("owner", order.realm().ownerPartnerId())
			.param("order", order.id())
			.param("id", discount.id())
			.param("type", discount.type())
			.param("value", discount.value())
			.param("mode", discount.mode())
			.param("ratio", discount.ratio())
			.param("line", line)
			.param("amount", discount.off(line).minor())
			.update();
	}

	static OrderLine line(ResultSet row) throws SQLException {
		return new OrderLine(OrderRows.id(row, "id"), row.getString("line_number"), row.getString("sub_order_number"),
				row.getString("service_type_code"), row.getString("service_type_name"), row.getString("product_id"),
				row.getString("product_spec"), row.getString("resource_type"),
				row.getObject("period_type", Integer.class), row.getObject("period_num", Integer.class),
				row.getInt("quantity"), OrderRows.money(row, "official_minor"), OrderRows.money(row, "amount_minor"),
				OrderRows.instant(row, "effective_at"), OrderRows.instant(row, "expires_at"),
				row.getBoolean("strictly_selected"), row.getBoolean("marketplace"));
	}

	private static OrderDiscount discount(ResultSet row) throws SQLException {
		return new OrderDiscount(row.getString("discount_id"), row.getInt("discount_type"),
				row.getString("discount_value"), row.getInt("mode"), row.getBigDecimal("ratio"),
				Map.of(row.getString("line_number"), OrderRows.money(row, "amount_minor")));
	}

	private static OrderDiscount merge(OrderDiscount one, OrderDiscount other) {
		Map<String, Money> lines = new LinkedHashMap<>(one.lines());
		lines.putAll(other.lines());
		return new OrderDiscount(one.id(), one.type(), one.value(), one.mode(), one.ratio(), lines);
	}

}
