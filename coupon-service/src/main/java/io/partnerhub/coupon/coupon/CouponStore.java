package io.partnerhub.coupon.coupon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.limit.LimitsJson;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of coupons. */
@Repository
class CouponStore {

	static final String COLUMNS = """
			c.id, c.type, c.partner_id, c.owner_partner_id, c.quota_id, c.customer_id, c.epoch, c.association_type,
			c.face_minor, c.minimum_minor, c.limits, c.invoice_to_user, c.signing_entity, c.effective_at, c.expires_at,
			c.balance_minor, c.locked_minor, c.used_times, c.last_used_at, c.reclaimed_at, c.expired_at, c.created_at,
			c.version
			""";

	private final JdbcClient jdbc;

	private final LimitsJson limits;

	CouponStore(JdbcClient jdbc, LimitsJson limits) {
		this.jdbc = jdbc;
		this.limits = limits;
	}

	/** One statement however many coupons, of whatever commands. */
	void insert(List<Coupon> coupons) {
		this.jdbc
			.sql("""
					insert into coupon (id, type, partner_id, owner_partner_id, quota_id, customer_id, epoch, association_type,
					                    face_minor, balance_minor, minimum_minor, limits, invoice_to_user, signing_entity,
					                    effective_at, expires_at, created_at)
					select id, type, partner, owner, quota, customer, epoch, association, face, face, minimum, limits::jsonb,
					       invoice, entity, effective, expires, created
					from unnest(:ids::uuid[], :types::text[], :partners::uuid[], :owners::uuid[], :quotas::uuid[],
					            :customers::uuid[], :epochs::int[], :associations::text[], :faces::bigint[],
					            :minimums::bigint[], :limits::text[], :invoices::boolean[], :entities::text[],
					            :effective::timestamptz[], :expires::timestamptz[], :created::timestamptz[])
					     as c (id, type, partner, owner, quota, customer, epoch, association, face, minimum, limits, invoice,
					           entity, effective, expires, created)
					""")
			.param("ids", column(coupons, Coupon::id).toArray(UUID[]::new))
			.param("types", column(coupons, (coupon) -> coupon.type().name()).toArray(String[]::new))
			.param("partners", column(coupons, Coupon::partnerId).toArray(UUID[]::new))
			.param("owners", column(coupons, Coupon::ownerPartnerId).toArray(UUID[]::new))
			.param("quotas", column(coupons, Coupon::quotaId).toArray(UUID[]::new))
			.param("customers", column(coupons, Coupon::customerId).toArray(UUID[]::new))
			.param("epochs", column(coupons, Coupon::epoch).toArray(Integer[]::new))
			.param("associations", coupons.stream().map(CouponStore::association).toArray(String[]::new))
			.param("faces", column(coupons, (coupon) -> coupon.face().minor()).toArray(Long[]::new))
			.param("minimums", column(coupons, (coupon) -> coupon.terms().minimumOrder().minor()).toArray(Long[]::new))
			.param("limits",
					coupons.stream().map((coupon) -> this.limits.write(coupon.terms().limits())).toArray(String[]::new))
			.param("invoices", column(coupons, (coupon) -> coupon.terms().invoiceToUser()).toArray(Boolean[]::new))
			.param("entities", coupons.stream().map((coupon) -> coupon.terms().signingEntity()).toArray(String[]::new))
			.param("effective",
					column(coupons, (coupon) -> coupon.terms().effectiveAt().toString()).toArray(String[]::new))
			.param("expires", column(coupons, (coupon) -> coupon.terms().expiresAt().toString()).toArray(String[]::new))
			.param("created", column(coupons, (coupon) -> coupon.createdAt().toString()).toArray(String[]::new))
			.update();
	}

	/**
	 * How many coupons of quotas with limits customers have; what was reclaimed or has
	 * expired is not theirs any more.
	 */
	Map<Holding, Integer> count(Set<Holding> holdings, Instant now) {
		Map<Holding, Integer> counts = new HashMap<>();
		this.jdbc.sql("""
				select h.quota, h.customer, count(*)
				from unnest(:quotas::uuid[], :customers::uuid[]) as h (quota, customer)
				     join coupon c on c.quota_id = h.quota and c.customer_id = h.customer
				where c.limits is not null and c.reclaimed_at is null and c.expired_at is null and c.expires_at > :now
				group by h.quota, h.customer
				""")
			.param("quotas", holdings.stream().map(Holding::quotaId).toArray(UUID[]::new))
			.param("customers", holdings.stream().map(Holding::customerId).toArray(UUID[]::new))
			.param("now", Timestamp.from(now))
			.query((RowCallbackHandler) (row) -> counts
				.put(new Holding(row.getObject(1, UUID.class), row.getObject(2, UUID.class)), row.getInt(3)));
		return counts;
	}

	List<Coupon> pageOfCustomer(UUID customerId, CouponType type, Instant expiredSince, PageQuery page) {
		Conditions conditions = new Conditions().and("c.customer_id = :customer", "customer", customerId)
			.and("c.type = :type", "type", type)
			.and("c.reclaimed_at is null")
			.and("c.expires_at > :expiredSince", "expiredSince", expiredSince)
			.and("c.id < :after", "after", page.after());
		return this.jdbc
			.sql("select " + COLUMNS + "from coupon c where " + conditions.text() + "order by c.id desc limit :fetch")
			.params(conditions.parameters())
			.param("fetch", page.fetch())
			.query(this::coupon)
			.list();
	}

	Optional<Coupon> findOfCustomer(UUID customerId, CouponType type, UUID id) {
		return this.jdbc.sql("select " + COLUMNS + """
				from coupon c
				where c.id = :id and c.customer_id = :customer and c.type = :type and c.reclaimed_at is null
				""")
			.param("id", id)
			.param("customer", customerId)
			.param("type", type.name())
			.query(this::coupon)
			.optional();
	}

	/** Of those that any order used or holds. */
	List<CouponOrders> orders(List<UUID> ids) {
		return this.jdbc.sql("""
				select c.id, c.last_order_id,
				       array(select l.order_id
				             from coupon_lock l
				             where l.coupon_id = c.id
				             order by l.locked_at, l.order_id) as locks
				from coupon c
				where c.id = any(:ids) and (c.last_order_id is not null or c.locked_minor > 0)
				""")
			.param("ids", ids.toArray(UUID[]::new))
			.query((row, index) -> new CouponOrders(row.getObject("id", UUID.class), row.getString("last_order_id"),
					List.of((String[]) row.getArray("locks").getArray())))
			.list();
	}

	/** The quotas of those of the coupons that are the owner's. */
	List<UUID> quotasOf(UUID owner, CouponType type, Collection<UUID> ids) {
		return this.jdbc.sql("""
				select distinct quota_id
				from coupon
				where owner_partner_id = :owner and type = :type and id = any(:ids)
				""")
			.param("owner", owner)
			.param("type", type.name())
			.param("ids", ids.toArray(UUID[]::new))
			.query((row, index) -> row.getObject("quota_id", UUID.class))
			.list();
	}

	/** The quotas that whatever a customer still has was issued from. */
	List<UUID> quotasHeldBy(UUID customerId) {
		return this.jdbc.sql("""
				select distinct quota_id
				from coupon
				where customer_id = :customer and reclaimed_at is null and expired_at is null and balance_minor > 0
				""").param("customer", customerId).query((row, index) -> row.getObject("quota_id", UUID.class)).list();
	}

	/** In the order that all commands keep. */
	List<Coupon> lock(UUID owner, CouponType type, Collection<UUID> ids) {
		return this.jdbc.sql("select " + COLUMNS + """
				from coupon c
				where c.owner_partner_id = :owner and c.type = :type and c.id = any(:ids)
				order by c.id
				for update
				""")
			.param("owner", owner)
			.param("type", type.name())
			.param("ids", ids.toArray(UUID[]::new))
			.query(this::coupon)
			.list();
	}

	/** What an order used comes back: to the balance, or past it into its end. */
	void giveBack(UUID id, Money amount, Fate fate, boolean wholly) {
		this.jdbc.sql("""
				update coupon
				   set used_minor = used_minor - :amount,
				       balance_minor = balance_minor + case when :fate = 'USABLE' then :amount else 0 end,
				       reclaimed_minor = reclaimed_minor + case when :fate = 'RECLAIMED' then :amount else 0 end,
				       expired_minor = expired_minor + case when :fate = 'EXPIRED' then :amount else 0 end,
				       used_times = used_times - case when :wholly then 1 else 0 end,
				       version = version + 1
				 where id = :id
				""")
			.param("id", id)
			.param("amount", amount.minor())
			.param("fate", fate.name())
			.param("wholly", wholly)
			.update();
	}

	private static <T> List<T> column(List<Coupon> coupons, Function<Coupon, T> value) {
		return coupons.stream().map(value).toList();
	}

	private static @Nullable String association(Coupon coupon) {
		AssociationType type = coupon.holder().associationType();
		return (type != null) ? type.name() : null;
	}

	Coupon coupon(ResultSet row, int index) throws SQLException {
		return new Coupon(row.getObject("id", UUID.class), CouponType.valueOf(row.getString("type")),
				row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class),
				row.getObject("quota_id", UUID.class), holder(row), terms(row),
				Money.ofMinor(row.getLong("balance_minor")), Money.ofMinor(row.getLong("locked_minor")),
				row.getInt("used_times"), instant(row.getTimestamp("last_used_at")),
				instant(row.getTimestamp("reclaimed_at")), instant(row.getTimestamp("expired_at")),
				row.getTimestamp("created_at").toInstant(), row.getInt("version"));
	}

	private static Coupon.Holder holder(ResultSet row) throws SQLException {
		String type = row.getString("association_type");
		return new Coupon.Holder(row.getObject("customer_id", UUID.class), row.getInt("epoch"),
				(type != null) ? AssociationType.valueOf(type) : null);
	}

	private Coupon.Terms terms(ResultSet row) throws SQLException {
		return new Coupon.Terms(Money.ofMinor(row.getLong("face_minor")), Money.ofMinor(row.getLong("minimum_minor")),
				this.limits.read(row.getString("limits")), row.getBoolean("invoice_to_user"),
				row.getString("signing_entity"), row.getTimestamp("effective_at").toInstant(),
				row.getTimestamp("expires_at").toInstant());
	}

	private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
		return (timestamp != null) ? timestamp.toInstant() : null;
	}

}
