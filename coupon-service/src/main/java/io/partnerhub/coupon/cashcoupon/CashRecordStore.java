package io.partnerhub.coupon.cashcoupon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.coupon.cashcoupon.CashRecordApi.RecordView;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.privacy.Reveal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads operation records of cash coupons together with the customers' names. */
@Repository
class CashRecordStore {

	private final JdbcClient jdbc;

	CashRecordStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<RecordView> page(Caller caller, CashRecordFilter filter, Reveal reveal, PageQuery page) {
		return this.jdbc.sql("""
				select r.id, r.operation_type, r.quota_id, r.coupon_id, r.customer_id, a.account_name, a.name,
				       r.amount_minor, r.succeeded, r.operator, r.remark, r.at
				from operation_record r left join known_account a on a.account_id = r.customer_id
				where r.owner_partner_id = :owner and r.coupon_type = 'CASH_COUPON'
				  and (:coupon::uuid is null or r.coupon_id = :coupon)
				  and (:from::timestamptz is null or r.at >= :from)
				  and (:before::timestamptz is null or r.at < :before)
				  and (:account::text is null or starts_with(a.account_name, lower(:account))
				       or (length(:account) >= 3 and strpos(a.account_name, lower(:account)) > 0))
				  and (:name::text is null or starts_with(lower(a.name), lower(:name))
				       or (length(:name) >= 3 and strpos(lower(a.name), lower(:name)) > 0))
				  and (:team::uuid is null or exists (
				           select
				           from known_customer c join known_member m on m.member_id = c.account_manager_id
				           where c.customer_id = r.customer_id and m.supervisor_id = :team))
				  and (:after::uuid is null or r.id < :after)
				order by r.id desc
				limit :fetch
				""")
			.param("owner", caller.owner())
			.param("coupon", filter.couponId())
			.param("from", time(filter.from()))
			.param("before", time(filter.before()))
			.param("account", filter.accountName())
			.param("name", filter.customerName())
			.param("team", (caller.scope() == DataScope.TEAM) ? caller.memberId() : null)
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query((row, index) -> view(row, reveal))
			.list();
	}

	private static RecordView view(ResultSet row, Reveal reveal) throws SQLException {
		return new RecordView(row.getObject("id", UUID.class), row.getInt("operation_type"),
				row.getObject("quota_id", UUID.class), row.getObject("coupon_id", UUID.class),
				row.getObject("customer_id", UUID.class), row.getString("account_name"),
				reveal.name("customerName", row.getString("name")), Money.ofMinor(row.getLong("amount_minor")),
				row.getBoolean("succeeded"), row.getString("operator"), row.getString("remark"),
				row.getTimestamp("at").toInstant());
	}

	private static @Nullable Timestamp time(@Nullable Instant instant) {
		return (instant != null) ? Timestamp.from(instant) : null;
	}

}
