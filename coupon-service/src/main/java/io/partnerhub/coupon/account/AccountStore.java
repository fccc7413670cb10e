package io.partnerhub.coupon.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.AccountEvent.AccountFactsChanged;
import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of accounts. */
@Repository
class AccountStore {

	private static final String SELECT = """
			select a.account_id, a.account_name, a.name, a.signing_entity, a.master_account_name
			from known_account a
			""";

	private final JdbcClient jdbc;

	AccountStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Tells whether it had a master and that one is its master no longer. */
	boolean save(AccountFactsChanged facts) {
		return this.jdbc.sql("""
				insert into known_account (account_id, account_name, name, signing_entity, master_account_name)
				values (:id, lower(:account), :name, :entity, lower(:master))
				on conflict (account_id) do update
				   set account_name = excluded.account_name, name = coalesce(excluded.name, known_account.name),
				       signing_entity = excluded.signing_entity, master_account_name = excluded.master_account_name
				returning old.master_account_name is not null
				          and new.master_account_name is distinct from old.master_account_name
				""")
			.param("id", facts.customerId())
			.param("account", facts.accountName())
			.param("name", facts.customerName())
			.param("entity", facts.signingEntity())
			.param("master", facts.masterAccountName())
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

	/** Locks the account's row, which is written if the vendor has not told of it. */
	void lockLinked(CustomerAssociated link) {
		this.jdbc.sql("""
				insert into known_account (account_id, account_name, name)
				values (:id, lower(:account), :name)
				on conflict (account_id) do update set name = coalesce(known_account.name, excluded.name)
				""")
			.param("id", link.customerId())
			.param("account", link.accountName())
			.param("name", link.customerName())
			.update();
	}

	List<Account> find(Collection<UUID> ids) {
		return this.jdbc.sql(SELECT + "where a.account_id = any(:ids)")
			.param("ids", ids.toArray(UUID[]::new))
			.query(AccountStore::account)
			.list();
	}

	List<Account> findByName(Collection<String> accountNames) {
		return this.jdbc.sql(SELECT + "where a.account_name = any(:names)")
			.param("names", accountNames.toArray(String[]::new))
			.query(AccountStore::account)
			.list();
	}

	List<Account> lock(Collection<UUID> ids) {
		return this.jdbc.sql(SELECT + "where a.account_id = any(:ids) order by a.account_id for no key update")
			.param("ids", ids.toArray(UUID[]::new))
			.query(AccountStore::account)
			.list();
	}

	private static Account account(ResultSet row, int index) throws SQLException {
		return new Account(row.getObject("account_id", UUID.class), row.getString("account_name"),
				row.getString("name"), row.getString("signing_entity"), row.getString("master_account_name"));
	}

}
