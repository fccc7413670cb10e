package io.partnerhub.customer.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of customers, and of customers with their present link. */
@Repository
class CustomerStore {

	private static final String VIEW = """
			select a.id as association_id, a.epoch, a.association_type, a.associated_at, a.account_manager_id,
			       m.login_name as manager, c.id, c.account_name, c.customer_name, c.email, c.mobile, c.label,
			       c.customer_type, c.verified_status, c.version
			from association a
			join customer c on c.id = a.customer_id
			left join known_member m on m.member_id = a.account_manager_id
			where a.ended_at is null and
			""";

	private final JdbcClient jdbc;

	CustomerStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Customer> lock(UUID id) {
		return this.jdbc.sql("select id, account_name, customer_name from customer where id = :id for update")
			.param("id", id)
			.query(CustomerStore::customer)
			.optional();
	}

	Optional<Customer> findByLogin(String issuer, String subject) {
		return this.jdbc
			.sql("select id, account_name, customer_name from customer where issuer = :issuer and subject = :subject")
			.param("issuer", issuer)
			.param("subject", subject)
			.query(CustomerStore::customer)
			.optional();
	}

	boolean accountExists(String accountName) {
		return this.jdbc.sql("select exists (select from customer where lower(account_name) = lower(:name))")
			.param("name", accountName)
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

	boolean xaccountExists(String type, String id) {
		return this.jdbc.sql("select exists (select from customer where xaccount_type = :type and xaccount_id = :id)")
			.param("type", type)
			.param("id", id)
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

	/** Nothing is inserted if login, account name or platform identity is taken. */
	Optional<Customer> insert(NewCustomer customer, Instant now) {
		return this.jdbc.sql("""
				insert into customer (id, issuer, subject, account_name, customer_name, email, mobile, xaccount_id,
				                      xaccount_type, created_at)
				values (:id, :issuer, :subject, :account, :name, :email, :mobile, :xaccount, :xaccountType, :now)
				on conflict do nothing
				returning id, account_name, customer_name
				""")
			.param("id", Ids.next())
			.param("issuer", customer.issuer())
			.param("subject", customer.subject())
			.param("account", customer.accountName())
			.param("name", customer.customerName())
			.param("email", customer.email())
			.param("mobile", customer.mobile())
			.param("xaccount", customer.xaccountId())
			.param("xaccountType", customer.xaccountType())
			.param("now", Timestamp.from(now))
			.query(CustomerStore::customer)
			.optional();
	}

	Optional<CustomerView> view(UUID id, Sight sight) {
		return this.jdbc.sql(VIEW + sight.on("a") + " and c.id = :id")
			.params(sight.parameters())
			.param("id", id)
			.query(CustomerStore::view)
			.optional();
	}

	List<CustomerView> list(Sight sight, CustomerFilter filter, PageQuery page) {
		return this.jdbc.sql(VIEW + sight.on("a") + """
				and (:name::text is null or lower(c.customer_name) like lower(:name))
				and (:account::text is null or lower(c.account_name) = lower(:account))
				and (:email::text is null or c.email = lower(:email))
				and (:type::text is null or a.association_type = :type)
				and (:manager::uuid is null or a.account_manager_id = :manager)
				and (:after::uuid is null or a.id < :after)
				order by a.id desc
				limit :fetch
				""")
			.params(sight.parameters())
			.param("name", filter.namePattern())
			.param("account", filter.accountName())
			.param("email", filter.email())
			.param("type", filter.typeName())
			.param("manager", filter.accountManagerId())
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query(CustomerStore::view)
			.list();
	}

	private static Customer customer(ResultSet row, int index) throws SQLException {
		return new Customer(row.getObject("id", UUID.class), row.getString("account_name"),
				row.getString("customer_name"));
	}

	private static CustomerView view(ResultSet row, int index) throws SQLException {
		return new CustomerView(row.getObject("id", UUID.class), row.getString("account_name"),
				row.getString("customer_name"), row.getString("email"), row.getString("mobile"), row.getString("label"),
				row.getInt("customer_type"), row.getInt("verified_status"),
				AssociationType.valueOf(row.getString("association_type")), row.getInt("epoch"),
				row.getTimestamp("associated_at").toInstant(), manager(row), null,
				row.getObject("association_id", UUID.class), row.getLong("version"));
	}

	private static CustomerView.@Nullable ManagerView manager(ResultSet row) throws SQLException {
		UUID id = row.getObject("account_manager_id", UUID.class);
		return (id != null) ? new CustomerView.ManagerView(id, row.getString("manager")) : null;
	}

}
