package io.partnerhub.billing.order;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
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
		insert(order, lines, discounts);
	}

	/**
	 * All of an order's lines in one statement, and all of what its discounts take off.
	 */
	void insert(Order order, List<OrderLine> lines, List<OrderDiscount> discounts) {
		insertLines(order, lines);
		List<Share> shares = discounts.stream()
			.flatMap((discount) -> discount.lines().keySet().stream().map((line) -> new Share(discount, line)))
			.toList();
		if (!shares.isEmpty()) {
			insertShares(order, shares);
		}
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

	private void insertLines(Order order, List<OrderLine> lines) {
		this.jdbc
			.sql("""
					insert into order_line (id, partner_id, owner_partner_id, order_id, line_number, sub_order_number,
					                        service_type_code, service_type_name, product_id, product_spec, resource_type,
					                        period_type, period_num, quantity, official_minor, amount_minor, effective_at,
					                        expires_at, strictly_selected, marketplace)
					select id, :partner, :owner, :order, number, sub_order, service, service_name, product, spec, resource,
					       period_type, period_num, quantity, official, amount, effective, expires, strict, marketplace
					from unnest(:ids::uuid[], :numbers::text[], :subOrders::text[], :services::text[],
					            :serviceNames::text[], :products::text[], :specs::text[], :resources::text[],
					            :periodTypes::int[], :periodNums::int[], :quantities::int[], :officials::bigint[],
					            :amounts::bigint[], :effectives::timestamptz[], :expiries::timestamptz[],
					            :stricts::boolean[], :marketplaces::boolean[])
					     as l (id, number, sub_order, service, service_name, product, spec, resource, period_type, period_num,
					           quantity, official, amount, effective, expires, strict, marketplace)
					""")
			.params(columns(lines))
			.param("partner", order.realm().partnerId())
			.param("owner", order.realm().ownerPartnerId())
			.param("order", order.id())
			.update();
	}

	private static Map<String, Object[]> columns(List<OrderLine> lines) {
		Map<String, Object[]> columns = new HashMap<>();
		columns.put("ids", lines.stream().map(OrderLine::id).toArray(UUID[]::new));
		columns.put("numbers", texts(lines, OrderLine::number));
		columns.put("subOrders", texts(lines, OrderLine::subOrder));
		columns.put("services", texts(lines, OrderLine::serviceTypeCode));
		columns.put("serviceNames", texts(lines, OrderLine::serviceTypeName));
		columns.put("products", texts(lines, OrderLine::productId));
		columns.put("specs", texts(lines, OrderLine::productSpec));
		columns.put("resources", texts(lines, OrderLine::resourceType));
		columns.put("periodTypes", lines.stream().map(OrderLine::periodType).toArray(Integer[]::new));
		columns.put("periodNums", lines.stream().map(OrderLine::periodNum).toArray(Integer[]::new));
		columns.put("quantities", lines.stream().map(OrderLine::quantity).toArray(Integer[]::new));
		columns.put("officials", lines.stream().map((line) -> line.official().minor()).toArray(Long[]::new));
		columns.put("amounts", lines.stream().map((line) -> line.amount().minor()).toArray(Long[]::new));
		columns.put("effectives", times(lines, OrderLine::effectiveAt));
		columns.put("expiries", times(lines, OrderLine::expiresAt));
		columns.put("stricts", lines.stream().map(OrderLine::strictlySelected).toArray(Boolean[]::new));
		columns.put("marketplaces", lines.stream().map(OrderLine::marketplace).toArray(Boolean[]::new));
		return columns;
	}

	private static String[] texts(List<OrderLine> lines, Function<OrderLine, @Nullable String> text) {
		return lines.stream().map(text).toArray(String[]::new);
	}

	private static Timestamp[] times(List<OrderLine> lines, Function<OrderLine, @Nullable Instant> time) {
		return lines.stream().map((line) -> OrderRows.timestamp(time.apply(line))).toArray(Timestamp[]::new);
	}

	private void insertShares(Order order, List<Share> shares) {
		this.jdbc
			.sql("""
					insert into order_discount (partner_id, owner_partner_id, order_id, discount_id, discount_type, discount_value,
					                            mode, ratio, line_number, amount_minor)
					select :partner, :owner, :order, id, type, value, mode, ratio, line, amount
					from unnest(:ids::text[], :types::int[], :values::text[], :modes::int[], :ratios::numeric[],
					            :lines::text[], :amounts::bigint[]) as d (id, type, value, mode, ratio, line, amount)
					""")
			.param("partner", order.realm().partnerId())
			.param("owner", order.realm().ownerPartnerId())
			.param("order", order.id())
			.param("ids", shares.stream().map((share) -> share.discount().id()).toArray(String[]::new))
			.param("types", shares.stream().map((share) -> share.discount().type()).toArray(Integer[]::new))
			.param("values", shares.stream().map((share) -> share.discount().value()).toArray(String[]::new))
			.param("modes", shares.stream().map((share) -> share.discount().mode()).toArray(Integer[]::new))
			.param("ratios", shares.stream().map((share) -> share.discount().ratio()).toArray(BigDecimal[]::new))
			.param("lines", shares.stream().map(Share::line).toArray(String[]::new))
			.param("amounts",
					shares.stream().map((share) -> share.discount().off(share.line()).minor()).toArray(Long[]::new))
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

	/** What a discount takes off one line. */
	private record Share(OrderDiscount discount, String line) {
	}

}
