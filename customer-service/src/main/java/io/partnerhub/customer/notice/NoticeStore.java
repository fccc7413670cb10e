package io.partnerhub.customer.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Rows of notices; {@code mail_due_at} stands only while the mail is still to be sent.
 */
@Repository
class NoticeStore {

	private static final String COLUMNS = """
			id, partner_id, owner_partner_id, customer_id, kind, coupon_type, amount_minor, coupons, effective_at,
			expires_at, order_number, order_coupons_minor, reason, created_at
			""";

	private final JdbcClient jdbc;

	NoticeStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Notice notice, Instant mailDueAt) {
		Notice.OfOrder order = notice.order();
		this.jdbc
			.sql("insert into notice (" + COLUMNS
					+ """
							, currency, mail_due_at)
							values (:id, :partner, :owner, :customer, :kind, :type, :amount, :coupons, :from, :to, :order, :ordercoupons, :reason,
							 :now, 'CNY', :due)
							""")
			.param("id", notice.id())
			.param("partner", notice.partnerId())
			.param("owner", notice.ownerPartnerId())
			.param("customer", notice.customerId())
			.param("kind", notice.kind().name())
			.param("type", (notice.couponType() != null) ? notice.couponType().name() : null)
			.param("amount", minor(notice.amount()))
			.param("coupons", notice.coupons())
			.param("from", timestamp(notice.effectiveAt()))
			.param("to", timestamp(notice.expiresAt()))
			.param("order", (order != null) ? order.number() : null)
			.param("ordercoupons", (order != null) ? minor(order.coupons()) : null)
			.param("reason", (order != null) ? order.reason() : null)
			.param("now", Timestamp.from(notice.createdAt()))
			.param("due", Timestamp.from(mailDueAt))
			.update();
	}

	List<Notice> ofCustomer(UUID customerId, PageQuery query) {
		return list("customer_id = :reader", customerId, query);
	}

	/** What concerns the partner's people, none of its customers. */
	List<Notice> ofPartner(UUID owner, boolean balance, PageQuery query) {
		String kinds = balance ? "" : " and kind <> 'BALANCE_LOW'";
		return list("owner_partner_id = :reader and customer_id is null" + kinds, owner, query);
	}

	/** Whose mail has waited long enough, the longest waiting first. */
	List<Reader> due(Instant now, int limit) {
		return this.jdbc.sql("""
				select owner_partner_id, customer_id
				from notice
				where mail_due_at <= :now
				group by owner_partner_id, customer_id
				order by min(mail_due_at)
				limit :limit
				""")
			.param("now", Timestamp.from(now))
			.param("limit", limit)
			.query((row, index) -> new Reader(row.getObject("owner_partner_id", UUID.class),
					row.getObject("customer_id", UUID.class)))
			.list();
	}

	/** Everything collected for a reader, also what came a moment ago. */
	List<Notice> take(Reader reader) {
		return this.jdbc.sql("""
				with taken as (
				    update notice set mail_due_at = null
				    where mail_due_at is not null and owner_partner_id = :owner
				      and (customer_id = :customer or (:customer::uuid is null and customer_id is null))
				    returning *)
				select * from taken order by id
				""")
			.param("owner", reader.ownerPartnerId())
			.param("customer", reader.customerId())
			.query((row, index) -> notice(row))
			.list();
	}

	/**
	 * The address of the customer's own login, else that of his account as the vendor
	 * knows it; what a partner wrote down of a prospect is not his.
	 */
	Optional<String> email(UUID customerId) {
		return this.jdbc.sql("""
				select coalesce(c.login_email, f.email) as email
				from customer c left join account_facts f on f.account_name = lower(c.account_name)
				where c.id = :id and coalesce(c.login_email, f.email) is not null
				""").param("id", customerId).query((row, index) -> row.getString("email")).optional();
	}

	/** The number of his account as the vendor knows it, in E.164. */
	Optional<String> mobile(UUID customerId) {
		return this.jdbc.sql("""
				select f.mobile
				from customer c join account_facts f on f.account_name = lower(c.account_name)
				where c.id = :id and f.mobile is not null
				""").param("id", customerId).query((row, index) -> row.getString("mobile")).optional();
	}

	int purge(Instant before, int limit) {
		return this.jdbc.sql("""
				delete from notice
				where id = any(array(select id from notice where created_at < :before order by created_at limit :limit))
				""").param("before", Timestamp.from(before)).param("limit", limit).update();
	}

	private List<Notice> list(String whose, UUID reader, PageQuery query) {
		return this.jdbc.sql("select " + COLUMNS + " from notice where " + whose + """
				  and (:after::uuid is null or id < :after)
				order by id desc
				limit :fetch
				""".indent(1))
			.param("reader", reader)
			.param("after", query.after())
			.param("fetch", query.fetch())
			.query((row, index) -> notice(row))
			.list();
	}

	private static Notice notice(ResultSet row) throws SQLException {
		String type = row.getString("coupon_type");
		return new Notice(row.getObject("id", UUID.class), row.getObject("partner_id", UUID.class),
				row.getObject("owner_partner_id", UUID.class), row.getObject("customer_id", UUID.class),
				Notice.Kind.valueOf(row.getString("kind")), (type != null) ? CouponType.valueOf(type) : null,
				money(row, "amount_minor"), row.getObject("coupons", Long.class),
				instant(row.getTimestamp("effective_at")), instant(row.getTimestamp("expires_at")), order(row),
				row.getTimestamp("created_at").toInstant());
	}

	private static Notice.@Nullable OfOrder order(ResultSet row) throws SQLException {
		String number = row.getString("order_number");
		return (number != null) ? new Notice.OfOrder(number, money(row, "order_coupons_minor"), row.getString("reason"))
				: null;
	}

	private static @Nullable Long minor(@Nullable Money money) {
		return (money != null) ? money.minor() : null;
	}

	private static @Nullable Money money(ResultSet row, String column) throws SQLException {
		Long minor = row.getObject(column, Long.class);
		return (minor != null) ? Money.ofMinor(minor) : null;
	}

	private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
		return (instant != null) ? Timestamp.from(instant) : null;
	}

	private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
		return (timestamp != null) ? timestamp.toInstant() : null;
	}

	/** One who gets one mail: a customer about one partner's coupons, or a partner. */
	record Reader(UUID ownerPartnerId, @Nullable UUID customerId) {
	}

}
