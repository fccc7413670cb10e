package io.partnerhub.billing.incentive;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.incentive.PayoutRequest.State;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.IncentiveEvent.Mode;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of pay-outs. */
@Component
class PayoutRequestStore {

	private static final String SELECT = """
			select id, partner_id, owner_partner_id, state, mode, automatic, total_minor, payable_minor, tax_rate,
			       payment_order_id, quota_id, reason, invoice_by, expected_by, at, finished_at
			from incentive_payout
			""";

	private final JdbcClient jdbc;

	PayoutRequestStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(PayoutRequest request, String operator) {
		this.jdbc
			.sql("""
					insert into incentive_payout (id, partner_id, owner_partner_id, state, version, mode, automatic, total_minor,
					                              payable_minor, currency, tax_rate, operator, at)
					values (:id, :partner, :owner, :state, 1, :mode, :automatic, :total, :payable, :currency, :rate, :operator,
					        :at)
					""")
			.param("id", request.id())
			.param("partner", request.realm().partnerId())
			.param("owner", request.realm().ownerPartnerId())
			.param("state", request.state().name())
			.param("mode", request.mode().name())
			.param("automatic", request.automatic())
			.param("total", request.total().minor())
			.param("payable", request.payable().minor())
			.param("currency", request.total().currency().getCurrencyCode())
			.param("rate", request.taxRate())
			.param("operator", operator)
			.param("at", Timestamp.from(request.at()))
			.update();
	}

	Optional<PayoutRequest> find(UUID id) {
		return one("where id = :id", id);
	}

	Optional<PayoutRequest> lock(UUID id) {
		return one("where id = :id for no key update", id);
	}

	Optional<PayoutRequest> lockOfOrder(UUID order) {
		return one("where payment_order_id = :id for no key update", order);
	}

	Optional<PayoutRequest> find(Realm realm, UUID id) {
		return find(id).filter((request) -> request.realm().equals(realm));
	}

	/** Whose invoices are late: one of a partner, the others come in the next run. */
	List<Late> overdue(LocalDate today, int limit) {
		return this.jdbc.sql("""
				select distinct on (owner_partner_id) id, payment_order_id
				from incentive_payout
				where state = 'TO_INVOICE' and invoice_by < :today
				order by owner_partner_id, id
				limit :limit
				""")
			.param("today", Date.valueOf(today))
			.param("limit", limit)
			.query((row, index) -> new Late(row.getObject("id", UUID.class),
					row.getObject("payment_order_id", UUID.class)))
			.list();
	}

	List<PayoutRequest> page(Conditions conditions, PageQuery page) {
		conditions.and("id < :after", "after", page.after());
		return this.jdbc.sql(SELECT + "where " + conditions.text() + "order by id desc limit :fetch")
			.params(conditions.parameters())
			.param("fetch", page.fetch())
			.query((row, index) -> request(row))
			.list();
	}

	void move(UUID id, State state, @Nullable String reason, @Nullable LocalDate expectedBy) {
		this.jdbc.sql("""
				update incentive_payout
				set state = :state, version = version + 1, reason = :reason, expected_by = :expected
				where id = :id
				""")
			.param("id", id)
			.param("state", state.name())
			.param("reason", reason)
			.param("expected", date(expectedBy))
			.update();
	}

	/** The partner invoices it by that day. */
	void invoiceBy(UUID id, @Nullable UUID order, LocalDate day, @Nullable String reason) {
		this.jdbc.sql("""
				update incentive_payout
				set state = 'TO_INVOICE', version = version + 1, payment_order_id = coalesce(:order, payment_order_id),
				    invoice_by = greatest(invoice_by, :day), expected_by = null, reason = :reason
				where id = :id
				""")
			.param("id", id)
			.param("order", order)
			.param("day", Date.valueOf(day))
			.param("reason", reason)
			.update();
	}

	void finish(UUID id, State state, @Nullable UUID quota, @Nullable String reason, Instant now) {
		this.jdbc.sql("""
				update incentive_payout
				set state = :state, version = version + 1, quota_id = :quota, reason = :reason, expected_by = null,
				    finished_at = :now
				where id = :id
				""")
			.param("id", id)
			.param("state", state.name())
			.param("quota", quota)
			.param("reason", reason)
			.param("now", Timestamp.from(now))
			.update();
	}

	private Optional<PayoutRequest> one(String condition, UUID id) {
		return this.jdbc.sql(SELECT + condition).param("id", id).query((row, index) -> request(row)).optional();
	}

	private static PayoutRequest request(ResultSet row) throws SQLException {
		Timestamp finished = row.getTimestamp("finished_at");
		return new PayoutRequest(row.getObject("id", UUID.class),
				new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
				State.valueOf(row.getString("state")), Mode.valueOf(row.getString("mode")), row.getBoolean("automatic"),
				Money.ofMinor(row.getLong("total_minor")), Money.ofMinor(row.getLong("payable_minor")),
				row.getBigDecimal("tax_rate"), row.getObject("payment_order_id", UUID.class),
				row.getObject("quota_id", UUID.class), row.getString("reason"),
				row.getObject("invoice_by", LocalDate.class), row.getObject("expected_by", LocalDate.class),
				row.getTimestamp("at").toInstant(), (finished != null) ? finished.toInstant() : null);
	}

	private static @Nullable Date date(@Nullable LocalDate day) {
		return (day != null) ? Date.valueOf(day) : null;
	}

	/** A pay-out that was not invoiced in time. */
	record Late(UUID id, UUID orderId) {
	}

}
