package io.partnerhub.customer.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.platform.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of customers. */
@Repository
class CustomerStore {

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

	/** Here, or at the vendor as far as its feed has told. */
	boolean accountExists(String accountName) {
		return this.jdbc.sql("""
				select exists (select from customer where lower(account_name) = lower(:name))
				    or exists (select from account_facts where account_name = lower(:name))
				""").param("name", accountName).query((row, index) -> row.getBoolean(1)).single();
	}

	boolean xaccountExists(String type, String id) {
		return this.jdbc.sql("select exists (select from customer where xaccount_type = :type and xaccount_id = :id)")
			.param("type", type)
			.param("id", id)
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

	/**
	 * Nothing is inserted if login, account name or platform identity is taken. An
	 * account the vendor has told of keeps its id, which its feed and this come to agree
	 * on one after the other.
	 */
	Optional<Customer> insert(NewCustomer customer, Instant now) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('account ' || lower(:name), 0))")
			.param("name", customer.accountName())
			.query((_) -> {
			});
		return this.jdbc.sql("""
				insert into customer (id, issuer, subject, account_name, customer_name, email, mobile, login_email,
				                      xaccount_id, xaccount_type, created_at)
				values (coalesce((select account_id from account_facts where account_name = lower(:account)), :id),
				        :issuer, :subject, :account, :name, :email, :mobile, :loginEmail, :xaccount, :xaccountType,
				        :now)
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
			.param("loginEmail", customer.loginEmail())
			.param("xaccount", customer.xaccountId())
			.param("xaccountType", customer.xaccountType())
			.param("now", Timestamp.from(now))
			.query(CustomerStore::customer)
			.optional();
	}

	private static Customer customer(ResultSet row, int index) throws SQLException {
		return new Customer(row.getObject("id", UUID.class), row.getString("account_name"),
				row.getString("customer_name"));
	}

}
