package io.partnerhub.coupon.redemption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.partnerhub.coupon.coupon.Fate;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Rows of what orders took from coupons and gave back; never changed, one per coupon,
 * order and request (I-05).
 */
@Repository
class RedemptionStore {

	private static final String USES = """
			select coupon_id, order_id, kind, amount_minor, fate, at
			from redemption
			""";

	private final JdbcClient jdbc;

	RedemptionStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insertUsed(Reservation reservation, Instant now) {
		reservation.lines()
			.forEach((line) -> insert(reservation, line, reservation.requestId(), line.amount(), null, null, now));
	}

	void insertReturned(Reservation reservation, ReturnOrder order, Map<UUID, Fate> fates, Instant now) {
		reservation.lines()
			.stream()
			.filter((line) -> order.amounts().containsKey(line.couponId()))
			.forEach((line) -> insert(reservation, line, order.requestId(),
					Objects.requireNonNull(order.amounts().get(line.couponId())), order.cause(),
					fates.get(line.couponId()), now));
	}

	/** What a refund of the order gave back. */
	List<Reservation.Use> ofRequest(String orderId, String requestId) {
		return this.jdbc
			.sql(USES + "where order_id = :order and request_id = :request and kind = 'RETURNED' order by id")
			.param("order", orderId)
			.param("request", requestId)
			.query(RedemptionStore::use)
			.list();
	}

	boolean hasCause(String orderId, String requestId, ReturnCause cause) {
		return this.jdbc.sql("""
				select exists (select from redemption
				               where order_id = :order and request_id = :request and cause = :cause)
				""")
			.param("order", orderId)
			.param("request", requestId)
			.param("cause", cause.name())
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

	List<Reservation.Use> ofCoupons(Collection<UUID> ids, int limit) {
		return this.jdbc.sql(USES + "where coupon_id = any(:ids) order by id desc limit :limit")
			.param("ids", ids.toArray(UUID[]::new))
			.param("limit", limit)
			.query(RedemptionStore::use)
			.list();
	}

	private void insert(Reservation reservation, Reservation.Line line, String requestId, Money amount,
			@Nullable ReturnCause cause, @Nullable Fate fate, Instant now) {
		this.jdbc
			.sql("""
					insert into redemption (id, coupon_id, partner_id, coupon_type, customer_id, order_id, request_id, kind, cause,
					                        amount_minor, fate, at)
					values (:id, :coupon, :partner, :type, :customer, :order, :request, :kind, :cause, :amount, :fate, :now)
					""")
			.param("id", Ids.next())
			.param("coupon", line.couponId())
			.param("partner", line.partnerId())
			.param("type", line.type().name())
			.param("customer", reservation.customerId())
			.param("order", reservation.orderId())
			.param("request", requestId)
			.param("kind", (cause != null) ? "RETURNED" : "USED")
			.param("cause", (cause != null) ? cause.name() : null)
			.param("amount", amount.minor())
			.param("fate", (fate != null) ? fate.name() : null)
			.param("now", Timestamp.from(now))
			.update();
	}

	private static Reservation.Use use(ResultSet row, int index) throws SQLException {
		String fate = row.getString("fate");
		return new Reservation.Use(row.getObject("coupon_id", UUID.class), row.getString("order_id"),
				Reservation.Use.Kind.valueOf(row.getString("kind")), Money.ofMinor(row.getLong("amount_minor")),
				(fate != null) ? Fate.valueOf(fate) : null, row.getTimestamp("at").toInstant());
	}

}
