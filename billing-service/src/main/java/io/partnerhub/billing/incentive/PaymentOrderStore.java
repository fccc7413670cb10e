package io.partnerhub.billing.incentive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.billing.incentive.PaymentOrder.State;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of payment orders and the invoices submitted for them. */
@Component
class PaymentOrderStore {

	private static final String COLUMNS = """
			select id, number, partner_id, owner_partner_id, state, amount_minor, tax_rate, reason, at
			from payment_order
			""";

	private static final String OWN = "where id = :id and partner_id = :partner and owner_partner_id = :owner\n";

	private final JdbcClient jdbc;

	PaymentOrderStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** False if the number is known already; waits for one that is under way. */
	boolean insert(PaymentOrder order) {
		return this.jdbc
			.sql("""
					insert into payment_order (id, number, partner_id, owner_partner_id, state, amount_minor, currency, tax_rate,
					                           at)
					values (:id, :number, :partner, :owner, :state, :amount, :currency, :rate, :at)
					on conflict (number) do nothing
					""")
			.param("id", order.id())
			.param("number", order.number())
			.param("partner", order.realm().partnerId())
			.param("owner", order.realm().ownerPartnerId())
			.param("state", order.state().name())
			.param("amount", order.amount().minor())
			.param("currency", order.amount().currency().getCurrencyCode())
			.param("rate", order.taxRate())
			.param("at", Timestamp.from(order.at()))
			.update() == 1;
	}

	PaymentOrder get(String number) {
		return this.jdbc.sql(COLUMNS + "where number = :number")
			.param("number", number)
			.query((row, index) -> order(row))
			.single();
	}

	Optional<PaymentOrder> find(Realm realm, UUID id) {
		return own(OWN, realm, id);
	}

	Optional<PaymentOrder> lock(Realm realm, UUID id) {
		return own(OWN + "for no key update", realm, id);
	}

	Optional<PaymentOrder> find(UUID id) {
		return query("where id = :id", id);
	}

	Optional<PaymentOrder> lock(UUID id) {
		return query("where id = :id for no key update", id);
	}

	/**
	 * What is invoiced is what its invoices come to: nothing of the order or all of it.
	 */
	void move(UUID id, State state, @Nullable String reason) {
		this.jdbc.sql("""
				update payment_order
				set state = :state, reason = :reason,
				    invoiced_minor = (select coalesce(sum(amount_minor), 0)
				                      from incentive_invoice
				                      where payment_order_id = :id and not refused)
				where id = :id
				""").param("state", state.name()).param("reason", reason).param("id", id).update();
	}

	List<PaymentOrder> page(Conditions conditions, PageQuery page) {
		conditions.and("id < :after", "after", page.after());
		return this.jdbc.sql(COLUMNS + "where " + conditions.text() + "order by id desc limit :fetch")
			.params(conditions.parameters())
			.param("fetch", page.fetch())
			.query((row, index) -> order(row))
			.list();
	}

	void insert(IncentiveInvoice invoice, Realm realm, String operator) {
		this.jdbc.sql("""
				insert into incentive_invoice (id, payment_order_id, partner_id, owner_partner_id, number, amount_minor,
				                               file_id, operator, at)
				values (:id, :order, :partner, :owner, :number, :amount, :file, :operator, :at)
				""")
			.param("id", invoice.id())
			.param("order", invoice.paymentOrderId())
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.param("number", invoice.number())
			.param("amount", invoice.amount().minor())
			.param("file", invoice.fileId())
			.param("operator", operator)
			.param("at", Timestamp.from(invoice.at()))
			.update();
	}

	void refuseInvoices(UUID order) {
		this.jdbc.sql("update incentive_invoice set refused = true where payment_order_id = :order and not refused")
			.param("order", order)
			.update();
	}

	/** The latest of each order, refused ones included. */
	Map<UUID, List<IncentiveInvoice>> invoices(Collection<UUID> orders) {
		return this.jdbc.sql("""
				select i.*
				from unnest(cast(:orders as uuid[])) as o(id)
				cross join lateral (select id, payment_order_id, number, amount_minor, file_id, refused, at
				                    from incentive_invoice
				                    where payment_order_id = o.id
				                    order by id desc
				                    limit 100) i
				order by i.id desc
				""")
			.param("orders", orders.toArray(UUID[]::new))
			.query((row, index) -> invoice(row))
			.list()
			.stream()
			.collect(Collectors.groupingBy(IncentiveInvoice::paymentOrderId));
	}

	Optional<IncentiveInvoice> invoice(UUID id) {
		return this.jdbc.sql("""
				select id, payment_order_id, number, amount_minor, file_id, refused, at
				from incentive_invoice
				where id = :id
				""").param("id", id).query((row, index) -> invoice(row)).optional();
	}

	private Optional<PaymentOrder> own(String condition, Realm realm, UUID id) {
		return this.jdbc.sql(COLUMNS + condition)
			.param("id", id)
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.query((row, index) -> order(row))
			.optional();
	}

	private Optional<PaymentOrder> query(String condition, UUID id) {
		return this.jdbc.sql(COLUMNS + condition).param("id", id).query((row, index) -> order(row)).optional();
	}

	private static PaymentOrder order(ResultSet row) throws SQLException {
		return new PaymentOrder(row.getObject("id", UUID.class), row.getString("number"),
				new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
				State.valueOf(row.getString("state")), Money.ofMinor(row.getLong("amount_minor")),
				row.getBigDecimal("tax_rate"), row.getString("reason"), row.getTimestamp("at").toInstant());
	}

	private static IncentiveInvoice invoice(ResultSet row) throws SQLException {
		return new IncentiveInvoice(row.getObject("id", UUID.class), row.getObject("payment_order_id", UUID.class),
				row.getString("number"), Money.ofMinor(row.getLong("amount_minor")),
				row.getObject("file_id", UUID.class), row.getBoolean("refused"), row.getTimestamp("at").toInstant());
	}

}
