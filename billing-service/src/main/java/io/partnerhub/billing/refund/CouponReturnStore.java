package io.partnerhub.billing.refund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of what coupons get back. */
@Component
class CouponReturnStore {

	private final JdbcClient jdbc;

	CouponReturnStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Refund refund, Map<UUID, Money> coupons) {
		this.jdbc.sql("""
				insert into order_refund_coupon (refund_id, coupon_id, amount_minor)
				select :refund, coupon, amount from unnest(:coupons::uuid[], :amounts::bigint[]) as c (coupon, amount)
				""")
			.param("refund", refund.id())
			.param("coupons", coupons.keySet().toArray(UUID[]::new))
			.param("amounts", coupons.values().stream().map(Money::minor).toArray(Long[]::new))
			.update();
	}

	/** From now on coupon-service is told. */
	void start(UUID refundId, Instant now) {
		this.jdbc.sql("update order_refund_coupon set state = 'PENDING', due_at = :now where refund_id = :refund")
			.param("refund", refundId)
			.param("now", Timestamp.from(now))
			.update();
	}

	/** Those due; nobody else takes them before the next time they are. */
	List<CouponReturn> claim(Instant now, Instant next, int limit) {
		List<UUID> due = this.jdbc.sql("""
				with due as (
				    select refund_id, coupon_id
				    from order_refund_coupon
				    where state = 'PENDING' and due_at <= :now
				    order by due_at, refund_id
				    limit :limit
				    for update skip locked)
				update order_refund_coupon c
				set due_at = :next
				from due d
				where c.refund_id = d.refund_id and c.coupon_id = d.coupon_id
				returning c.refund_id
				""")
			.param("now", Timestamp.from(now))
			.param("next", Timestamp.from(next))
			.param("limit", limit)
			.query((row, index) -> row.getObject("refund_id", UUID.class))
			.list();
		return due.stream().distinct().map(this::get).toList();
	}

	/** What a refund was to give back, coupon by coupon. */
	Map<UUID, Money> of(UUID refundId) {
		return rows(List.of(refundId)).stream()
			.collect(Collectors.toMap(Row::couponId, Row::amount, Money::plus, LinkedHashMap::new));
	}

	List<Row> rows(Collection<UUID> refundIds) {
		return this.jdbc.sql("""
				select refund_id, coupon_id, amount_minor, state, fate, refusal
				from order_refund_coupon
				where refund_id = any(:refunds)
				order by refund_id, coupon_id
				""").param("refunds", refundIds.toArray(UUID[]::new)).query((row, index) -> row(row)).list();
	}

	/**
	 * What became of each coupon of a refund, once; those without a refusal came back.
	 * Tells what did not.
	 */
	Money answer(UUID refundId, Map<UUID, String> fates, Map<UUID, String> refusals) {
		return this.jdbc
			.sql("""
					with answered as (
					    update order_refund_coupon c
					    set state = case when d.refusal is null then 'RETURNED' else 'REFUSED' end,
					        fate = d.fate, refusal = d.refusal, due_at = null
					    from (select o.coupon_id, f.fate, r.refusal
					          from order_refund_coupon o
					          left join unnest(:returned::uuid[], :fates::text[]) as f (coupon, fate) on f.coupon = o.coupon_id
					          left join unnest(:refused::uuid[], :refusals::text[]) as r (coupon, refusal)
					            on r.coupon = o.coupon_id
					          where o.refund_id = :refund) d
					    where c.refund_id = :refund and c.coupon_id = d.coupon_id and c.state = 'PENDING'
					    returning c.amount_minor, c.state)
					select coalesce(sum(amount_minor), 0) from answered where state = 'REFUSED'
					""")
			.param("refund", refundId)
			.param("returned", fates.keySet().toArray(UUID[]::new))
			.param("fates", fates.values().toArray(String[]::new))
			.param("refused", refusals.keySet().toArray(UUID[]::new))
			.param("refusals", refusals.values().toArray(String[]::new))
			.query((row, _) -> Money.ofMinor(row.getLong(1)))
			.single();
	}

	private CouponReturn get(UUID refundId) {
		return this.jdbc.sql("""
				select r.order_id, r.base_order_number, o.reservation_id, r.cause
				from order_refund r join customer_order o on o.id = r.order_id
				where r.id = :id
				""")
			.param("id", refundId)
			.query((row, index) -> new CouponReturn(refundId, RefundRows.id(row, "order_id"),
					row.getString("base_order_number"), RefundRows.id(row, "reservation_id"),
					RefundCause.valueOf(row.getString("cause")), of(refundId)))
			.single();
	}

	private static Row row(ResultSet row) throws SQLException {
		return new Row(RefundRows.id(row, "refund_id"), RefundRows.id(row, "coupon_id"),
				RefundRows.money(row, "amount_minor"), row.getString("state"), row.getString("fate"),
				row.getString("refusal"));
	}

	/**
	 * What one coupon gets back.
	 *
	 * @param state WAITING until the refund is settled, then as
	 * {@link CouponReturn.State}
	 * @param fate USABLE, RECLAIMED or EXPIRED
	 * @param refusal coupon-service's code
	 */
	record Row(UUID refundId, UUID couponId, Money amount, String state, @Nullable String fate,
			@Nullable String refusal) {
	}

}
