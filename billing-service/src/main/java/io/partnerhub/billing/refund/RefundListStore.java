package io.partnerhub.billing.refund;

import java.util.List;

import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.page.Plans;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages of refunds, with the orders they are of. */
@Component
class RefundListStore {

	/**
	 * All that both have is compared, so that what is asked of the order finds the
	 * refunds by their indexes.
	 */
	private static final String OF_ORDERS = RefundRows.SELECT + """
			join customer_order o on o.id = r.order_id and o.customer_id = r.customer_id
			  and o.partner_id = r.partner_id and o.owner_partner_id = r.owner_partner_id
			where\s""";

	private final JdbcClient jdbc;

	RefundListStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Refund> page(Conditions conditions, PageQuery page) {
		Plans.forTheValues(this.jdbc);
		conditions.and("r.id < :after", "after", page.after());
		return this.jdbc.sql(OF_ORDERS + conditions.text() + "order by r.id desc limit :fetch")
			.params(conditions.parameters())
			.param("fetch", page.fetch())
			.query((row, index) -> RefundRows.refund(row))
			.list();
	}

	/**
	 * Of one order that refunds, never more than some hundreds; not those that wait for
	 * an approval or did not get it.
	 */
	List<Refund> ofRefundOrder(Conditions conditions) {
		Plans.forTheValues(this.jdbc);
		return this.jdbc.sql(OF_ORDERS + conditions.text() + """
				and r.state not in ('AWAITING_APPROVAL', 'REJECTED')
				order by r.id desc
				limit 1000
				""").params(conditions.parameters()).query((row, index) -> RefundRows.refund(row)).list();
	}

}
