package io.partnerhub.coupon.redemption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.platform.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of reservations and their coupons. */
@Repository
class ReservationStore {

	private static final String RESERVATION = """
			select id, order_id, request_id, customer_id, state, payable_minor, content, created_at, expires_at
			from reservation
			""";

	private final JdbcClient jdbc;

	ReservationStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Reservation> find(UUID id) {
		return this.jdbc.sql(RESERVATION + "where id = :id").param("id", id).query(this::reservation).optional();
	}

	Optional<Reservation> lock(UUID id) {
		return this.jdbc.sql(RESERVATION + "where id = :id for update")
			.param("id", id)
			.query(this::reservation)
			.optional();
	}

	Optional<Reservation> ofRequest(String orderId, String requestId) {
		return this.jdbc.sql(RESERVATION + "where order_id = :order and request_id = :request")
			.param("order", orderId)
			.param("request", requestId)
			.query(this::reservation)
			.optional();
	}

	/** The one that holds or has paid the order. */
	Optional<Reservation> ofOrder(String orderId) {
		return this.jdbc.sql(RESERVATION + "where order_id = :order and state in ('RESERVED', 'PAYING', 'USED')")
			.param("order", orderId)
			.query(this::reservation)
			.optional();
	}

	/**
	 * A reservation without coupons yet; false if the order has one meanwhile, which this
	 * waits for.
	 */
	boolean insert(Reservation reservation) {
		return this.jdbc
			.sql("""
					insert into reservation (id, order_id, request_id, customer_id, state, payable_minor, content, created_at,
					                         expires_at, changed_at)
					values (:id, :order, :request, :customer, 'RESERVED', :payable, :content, :now, :expires, :now)
					on conflict do nothing
					""")
			.param("id", reservation.id())
			.param("order", reservation.orderId())
			.param("request", reservation.requestId())
			.param("customer", reservation.customerId())
			.param("payable", reservation.payable().minor())
			.param("content", reservation.content())
			.param("now", Timestamp.from(reservation.createdAt()))
			.param("expires", Timestamp.from(reservation.expiresAt()))
			.update() == 1;
	}

	void insertLines(UUID id, Map<Coupon, Money> shares) {
		this.jdbc.sql("""
				with line as (
				    insert into reservation_line (reservation_id, coupon_id, partner_id, coupon_type, amount_minor)
				    select :id, coupon, partner, type, amount
				    from unnest(:coupons::uuid[], :partners::uuid[], :types::text[], :amounts::bigint[])
				         as s (coupon, partner, type, amount)
				    returning amount_minor)
				update reservation set total_minor = (select sum(amount_minor) from line) where id = :id
				""")
			.param("id", id)
			.param("coupons", shares.keySet().stream().map(Coupon::id).toArray(UUID[]::new))
			.param("partners", shares.keySet().stream().map(Coupon::partnerId).toArray(UUID[]::new))
			.param("types", shares.keySet().stream().map((coupon) -> coupon.type().name()).toArray(String[]::new))
			.param("amounts", shares.values().stream().map(Money::minor).toArray(Long[]::new))
			.update();
	}

	void change(Collection<UUID> ids, Reservation.State state, Instant now) {
		this.jdbc.sql("""
				update reservation
				   set state = :state, changed_at = greatest(changed_at, :now), version = version + 1
				 where id = any(:ids)
				""")
			.param("ids", ids.toArray(UUID[]::new))
			.param("state", state.name())
			.param("now", Timestamp.from(now))
			.update();
	}

	void addReturned(UUID id, Map<UUID, Money> amounts) {
		this.jdbc.sql("""
				update reservation_line l
				   set returned_minor = l.returned_minor + a.amount
				  from unnest(:coupons::uuid[], :amounts::bigint[]) as a (coupon, amount)
				 where l.reservation_id = :id and l.coupon_id = a.coupon
				""")
			.param("id", id)
			.param("coupons", amounts.keySet().toArray(UUID[]::new))
			.param("amounts", amounts.values().stream().map(Money::minor).toArray(Long[]::new))
			.update();
	}

	/**
	 * Customers whose unpaid orders have held coupons for too long, the longest first.
	 */
	List<Due> due(Instant now, int limit) {
		return this.jdbc.sql("""
				select id, customer_id
				from reservation
				where state = 'RESERVED' and expires_at <= :now
				order by expires_at, id
				limit :limit
				""")
			.param("now", Timestamp.from(now))
			.param("limit", limit)
			.query((row, index) -> new Due(row.getObject("id", UUID.class), row.getObject("customer_id", UUID.class)))
			.list();
	}

	/** Those that are still reserved, locked in the order of their orders. */
	List<Reservation> lockReserved(Collection<UUID> ids) {
		return this.jdbc.sql(RESERVATION + """
				where id = any(:ids) and state = 'RESERVED'
				order by order_id
				for update
				""").param("ids", ids.toArray(UUID[]::new)).query(this::reservation).list();
	}

	private List<Reservation.Line> lines(UUID id, String orderId) {
		return this.jdbc
			.sql("""
					select l.coupon_id, l.partner_id, l.coupon_type, l.amount_minor, l.returned_minor,
					       exists (select from coupon_lock k where k.coupon_id = l.coupon_id and k.order_id = :order) as held
					from reservation_line l join coupon c on c.id = l.coupon_id
					where l.reservation_id = :id
					order by l.coupon_type desc, c.expires_at, c.id
					""")
			.param("id", id)
			.param("order", orderId)
			.query((row, index) -> new Reservation.Line(row.getObject("coupon_id", UUID.class),
					row.getObject("partner_id", UUID.class), CouponType.valueOf(row.getString("coupon_type")),
					Money.ofMinor(row.getLong("amount_minor")), Money.ofMinor(row.getLong("returned_minor")),
					row.getBoolean("held")))
			.list();
	}

	private Reservation reservation(ResultSet row, int index) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		Reservation.State state = Reservation.State.valueOf(row.getString("state"));
		return new Reservation(id, row.getString("order_id"), row.getString("request_id"),
				row.getObject("customer_id", UUID.class), state, Money.ofMinor(row.getLong("payable_minor")),
				row.getString("content"), lines(id, row.getString("order_id")),
				row.getTimestamp("created_at").toInstant(), row.getTimestamp("expires_at").toInstant());
	}

	/** A reservation whose time is over. */
	record Due(UUID reservationId, UUID customerId) {
	}

}
