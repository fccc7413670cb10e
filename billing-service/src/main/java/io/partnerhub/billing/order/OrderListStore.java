package io.partnerhub.billing.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.partner.KnownPartner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.page.Plans;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of orders; what a caller may see is decided in the query. */
@Component
class OrderListStore {

	private final JdbcClient jdbc;

	OrderListStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Listed> page(Conditions conditions, boolean oldestFirst, PageQuery page) {
		Plans.forTheValues(this.jdbc);
		String direction = oldestFirst ? "asc" : "desc";
		if (page.after() != null) {
			placed(page.after()).ifPresentOrElse(
					(at) -> conditions
						.and("(o.created_at, o.id) " + (oldestFirst ? ">" : "<") + " (:afterTime, :after)", "after",
								page.after())
						.with("afterTime", at),
					() -> conditions.and("false"));
		}
		String order = "order by o.created_at " + direction + ", o.id " + direction;
		return this.jdbc
			.sql(shown("select * from customer_order o where " + conditions.text() + order + " limit :fetch") + order)
			.params(conditions.parameters())
			.param("fetch", page.fetch())
			.query((row, index) -> listed(row))
			.list();
	}

	List<Listed> find(Conditions conditions, boolean oldestFirst, Offset offset) {
		Plans.forTheValues(this.jdbc);
		String direction = oldestFirst ? "asc" : "desc";
		String order = "order by o.created_at " + direction + ", o.id " + direction;
		return this.jdbc
			.sql(shown("select * from customer_order o where " + conditions.text() + order
					+ " limit :limit offset :offset") + order)
			.params(conditions.parameters())
			.param("limit", offset.limit())
			.param("offset", offset.offset())
			.query((row, index) -> listed(row))
			.list();
	}

	int count(Conditions conditions) {
		Plans.forTheValues(this.jdbc);
		return this.jdbc.sql("select count(*) from customer_order o where " + conditions.text())
			.params(conditions.parameters())
			.query((row, index) -> row.getInt(1))
			.single();
	}

	/** The one with that number, if the conditions let it be seen. */
	Optional<Listed> find(Conditions conditions, String number) {
		Plans.forTheValues(this.jdbc);
		conditions.and("lower(o.order_number) = lower(:number)", "number", number);
		return this.jdbc.sql(shown("select * from customer_order o where " + conditions.text()))
			.params(conditions.parameters())
			.query((row, index) -> listed(row))
			.optional();
	}

	/**
	 * When the last order of the page before was placed; a cursor of no order ends the
	 * list.
	 */
	private Optional<Instant> placed(UUID id) {
		return this.jdbc.sql("select created_at from customer_order where id = :id")
			.param("id", id)
			.query((row, index) -> row.getTimestamp("created_at").toInstant())
			.optional();
	}

	/**
	 * Only the rows of the page are joined with what stands beside them; who went to
	 * another partner has no name here any more. Who is frozen, or resale customer of a
	 * partner whose health is bad, buys nothing.
	 */
	private static String shown(String orders) {
		return """
				select %s, o.special_vat_invoice, k.customer_name, q.state as request_state, q.requested_at, q.decided_at, q.decided_by,
				       q.reason as request_reason, p.type as partner_type,
				       case when k.active then k.association_type end as association_type,
				       k.frozen or (k.association_type = 'RESALE' and exists (
				           select from known_partner s where s.id in (o.owner_partner_id, o.partner_id) and s.status <> 'NORMAL'
				       )) as buys_nothing
				from (%s) o
				left join known_customer k on k.customer_id = o.customer_id and k.partner_id = o.partner_id
				                          and k.owner_partner_id = o.owner_partner_id
				left join known_partner p on p.id = o.owner_partner_id
				left join pay_on_behalf q on q.id = o.request_id
				"""
			.formatted(OrderRows.COLUMNS, orders);
	}

	private static Listed listed(ResultSet row) throws SQLException {
		String state = row.getString("request_state");
		Listed.Request request = (state != null) ? new Listed.Request(RequestState.valueOf(state),
				row.getTimestamp("requested_at").toInstant(), OrderRows.instant(row, "decided_at"),
				row.getString("decided_by"), row.getString("request_reason")) : null;
		return new Listed(OrderRows.order(row), row.getString("customer_name"), buyer(row), request,
				row.getBoolean("special_vat_invoice"), List.of());
	}

	/** Nothing, once he is another's or nobody's. */
	private static Listed.Buyer buyer(ResultSet row) throws SQLException {
		String model = row.getString("association_type");
		String partner = row.getString("partner_type");
		return new Listed.Buyer(model != null && !row.getBoolean("buys_nothing"), model != null && partner != null
				&& KnownPartner.paysFor(PartnerType.valueOf(partner), AssociationType.valueOf(model)));
	}

}
