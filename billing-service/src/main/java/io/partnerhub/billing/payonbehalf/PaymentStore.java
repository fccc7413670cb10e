package io.partnerhub.billing.payonbehalf;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.order.Paid;
import io.partnerhub.platform.idempotency.CommandKey;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of attempts to pay; the database lets one of an order succeed (I-24). */
@Component
class PaymentStore {

	private static final String COLUMNS = """
			id, partner_id, owner_partner_id, order_id, customer_id, request_id, payer, method, provider, state,
			payable_minor, discount_id, coupons, reservation_id, failure, operator, fingerprint, started_at
			""";

	private static final String SELECT = "select " + COLUMNS + "from order_payment\n";

	private final JdbcClient jdbc;

	PaymentStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Payment payment, @Nullable CommandKey key) {
		this.jdbc
			.sql("""
					insert into order_payment (id, partner_id, owner_partner_id, order_id, customer_id, request_id, payer, method,
					                           provider, state, payable_minor, discount_id, coupons, operator, command,
					                           fingerprint, started_at, changed_at)
					values (:id, :partner, :owner, :order, :customer, :request::uuid, :payer, :method, :provider::text, :state,
					        :payable, :discount::text, :coupons, :operator, :command::text, :fingerprint::bytea, :at, :at)
					""")
			.param("id", payment.id())
			.param("partner", payment.realm().partnerId())
			.param("owner", payment.realm().ownerPartnerId())
			.param("order", payment.orderId())
			.param("customer", payment.customerId())
			.param("request", payment.requestId())
			.param("payer", payment.payer().name())
			.param("method", payment.method().name())
			.param("provider", payment.provider())
			.param("state", payment.state().name())
			.param("payable", payment.payable().minor())
			.param("discount", payment.discountId())
			.param("coupons", payment.coupons().toArray(UUID[]::new))
			.param("operator", payment.operator())
			.param("command", (key != null) ? key.id() : null)
			.param("fingerprint", (key != null) ? key.fingerprint() : null, Types.BINARY)
			.param("at", Timestamp.from(payment.startedAt()))
			.update();
	}

	Optional<Payment> find(UUID id) {
		return query("where id = :id", id);
	}

	Optional<Payment> lock(UUID id) {
		return query("where id = :id for no key update", id);
	}

	/** The one that is under way, or still gives its coupons back. */
	Optional<Payment> findUnfinished(UUID order) {
		return query("where order_id = :id and state in ('OPEN', 'RELEASING')", order);
	}

	/**
	 * What the same command began before. One from a balance that was given up is begun
	 * anew; one through a third party stands as it ended (ORD-22).
	 */
	Optional<Payment> findRepeated(@Nullable CommandKey key) {
		return (key == null) ? Optional.empty() : this.jdbc.sql(SELECT + """
				where command = :command and (state in ('OPEN', 'PAID', 'SETTLED') or method = 'ONLINE')
				""").param("command", key.id()).query((row, index) -> {
			key.requireSame(row.getBytes("fingerprint"));
			return payment(row);
		}).optional();
	}

	/** False if it is not open any more. */
	boolean keepReservation(UUID id, UUID reservation, Money cashCoupons, Instant now) {
		return this.jdbc.sql("""
				update order_payment
				set reservation_id = :reservation, cash_coupon_minor = :cash, changed_at = greatest(:now, started_at)
				where id = :id and state = 'OPEN'
				""")
			.param("reservation", reservation)
			.param("cash", cashCoupons.minor())
			.param("now", Timestamp.from(now))
			.param("id", id)
			.update() == 1;
	}

	/** False if it is not in that state any more. */
	boolean change(UUID id, Payment.State from, Payment.State to, @Nullable String failure, Instant now) {
		return this.jdbc.sql("""
				update order_payment
				set state = :to, failure = coalesce(:failure::text, failure), changed_at = greatest(:now, started_at)
				where id = :id and state = :from
				""")
			.param("to", to.name())
			.param("failure", failure)
			.param("now", Timestamp.from(now))
			.param("id", id)
			.param("from", from.name())
			.update() == 1;
	}

	/** The attempt of such a payer that is under way, if any, gives its coupons back. */
	void giveUp(UUID order, Set<Paid.By> payers, String failure, Instant now) {
		this.jdbc.sql("""
				update order_payment
				set state = 'RELEASING', failure = :failure, changed_at = greatest(:now, started_at)
				where order_id = :order and state = 'OPEN' and payer = any(:payers)
				""")
			.param("failure", failure)
			.param("now", Timestamp.from(now))
			.param("order", order)
			.param("payers", payers.stream().map(Enum::name).toArray(String[]::new))
			.update();
	}

	/**
	 * Takes those that somebody must bring to an end: nothing happened to them for a
	 * while, and no third party is to answer. What cannot be ended now comes again after
	 * the others.
	 */
	List<Payment> takeLost(Instant changedBefore, Instant now, int limit) {
		return this.jdbc
			.sql("""
					update order_payment
					set changed_at = greatest(:now, started_at)
					where id = any(array(select id from order_payment
					                     where state in ('OPEN', 'RELEASING', 'PAID') and (state <> 'OPEN' or method = 'BALANCE')
					                       and changed_at < :before
					                     order by changed_at, id limit :limit for update skip locked))
					returning
					"""
					+ " " + COLUMNS)
			.param("before", Timestamp.from(changedBefore))
			.param("now", Timestamp.from(now))
			.param("limit", limit)
			.query((row, index) -> payment(row))
			.list();
	}

	long countUnfinished() {
		return this.jdbc.sql("select count(*) from order_payment where state in ('OPEN', 'RELEASING', 'PAID')")
			.query((row, index) -> row.getLong(1))
			.single();
	}

	private Optional<Payment> query(String condition, UUID id) {
		return this.jdbc.sql(SELECT + condition).param("id", id).query((row, index) -> payment(row)).optional();
	}

	private static Payment payment(ResultSet row) throws SQLException {
		return new Payment(id(row, "id"), new Realm(id(row, "partner_id"), id(row, "owner_partner_id")),
				id(row, "order_id"), id(row, "customer_id"), row.getObject("request_id", UUID.class),
				Paid.By.valueOf(row.getString("payer")), Paid.With.valueOf(row.getString("method")),
				row.getString("provider"), Payment.State.valueOf(row.getString("state")),
				Money.ofMinor(row.getLong("payable_minor")), row.getString("discount_id"),
				List.of((UUID[]) row.getArray("coupons").getArray()), row.getObject("reservation_id", UUID.class),
				row.getString("failure"), row.getString("operator"), row.getTimestamp("started_at").toInstant());
	}

	private static UUID id(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(row.getObject(column, UUID.class));
	}

}
