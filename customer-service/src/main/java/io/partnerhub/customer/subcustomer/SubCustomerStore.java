package io.partnerhub.customer.subcustomer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.platform.page.Offset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The open API's list of customers with a present link, newest link first. */
@Repository
class SubCustomerStore {

	private static final String CONDITIONS = """
			and a.ended_at is null
			and (:account::text is null or c.account_name ilike :account)
			and (:name::text is null or c.customer_name ilike :name)
			and (:label::text is null or c.label like :label)
			and (:type::text is null or a.association_type = :type)
			and (:since::timestamptz is null or a.associated_at > :since)
			and (:until::timestamptz is null or a.associated_at < :until)
			and (:id::uuid is null or c.id = :id)
			""";

	private static final String FROM = """
			from association a
			join customer c on c.id = a.customer_id
			left join known_member m on m.member_id = a.account_manager_id
			where
			""";

	private final JdbcClient jdbc;

	SubCustomerStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Rows list(Sight sight, SubCustomerFilter filter, Offset page) {
		String where = FROM + sight.on("a") + CONDITIONS;
		long count = filtered("select count(*) " + where, sight, filter).query((row, index) -> row.getLong(1)).single();
		List<SubCustomer> rows = filtered("""
				select c.id, c.account_name, c.customer_name, a.associated_at, a.association_type, c.label, c.mobile,
				       c.verified_status, c.customer_type, c.frozen, m.login_name, c.xaccount_id, c.xaccount_type,
				       c.customer_level, c.email
				""" + where + """
				order by a.associated_at desc, a.id desc
				offset :offset limit :limit
				""", sight, filter).param("offset", page.offset())
			.param("limit", page.limit())
			.query(SubCustomerStore::row)
			.list();
		return new Rows(rows, count);
	}

	private JdbcClient.StatementSpec filtered(String sql, Sight sight, SubCustomerFilter filter) {
		Map<String, Object> parameters = sight.parameters();
		return this.jdbc.sql(sql)
			.params(parameters)
			.param("account", filter.accountName())
			.param("name", filter.customerName())
			.param("label", filter.label())
			.param("type", filter.typeName())
			.param("since", timestamp(filter.after()))
			.param("until", timestamp(filter.before()))
			.param("id", filter.customerId());
	}

	private static @Nullable Timestamp timestamp(@Nullable Instant time) {
		return (time != null) ? Timestamp.from(time) : null;
	}

	private static SubCustomer row(ResultSet row, int index) throws SQLException {
		return new SubCustomer(row.getObject("id", UUID.class), row.getString("account_name"),
				row.getString("customer_name"), row.getTimestamp("associated_at").toInstant(),
				AssociationType.valueOf(row.getString("association_type")), row.getString("label"),
				row.getString("mobile"), row.getInt("verified_status"), row.getInt("customer_type"),
				row.getInt("frozen"), row.getString("login_name"), row.getString("xaccount_id"),
				row.getString("xaccount_type"), row.getString("customer_level"), row.getString("email"));
	}

	/** One page, and how many there are in all. */
	record Rows(List<SubCustomer> page, long count) {
	}

	/** A customer as the open API tells it. */
	record SubCustomer(UUID id, String accountName, @Nullable String customerName, Instant associatedAt,
			AssociationType type, @Nullable String label, @Nullable String mobile, int verifiedStatus, int customerType,
			int frozen, @Nullable String accountManager, @Nullable String xaccountId, @Nullable String xaccountType,
			String level, @Nullable String email) {

		private static final String CHINA = "+86";

		@Nullable String nationalMobile() {
			return (this.mobile != null && this.mobile.startsWith(CHINA)) ? this.mobile.substring(CHINA.length())
					: this.mobile;
		}

		@Nullable String countryCode() {
			return (this.mobile != null && this.mobile.startsWith(CHINA)) ? "0086" : null;
		}

	}

}
