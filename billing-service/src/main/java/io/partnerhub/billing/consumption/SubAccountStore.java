package io.partnerhub.billing.consumption;

import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.consumption.Consumptions.SubAccount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows that tell which customer an account of the vendor's cost files is. */
@Component
class SubAccountStore {

	private final JdbcClient jdbc;

	SubAccountStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void save(List<SubAccount> accounts) {
		this.jdbc.sql("""
				insert into sub_account (id, customer_id)
				select distinct on (id) id, customer_id
				from unnest(:ids, :customers) with ordinality as a (id, customer_id, place)
				order by id, place desc
				on conflict (id) do update set customer_id = excluded.customer_id
				""")
			.param("ids", accounts.stream().map(SubAccount::id).toArray(String[]::new))
			.param("customers", accounts.stream().map(SubAccount::customerId).toArray(UUID[]::new))
			.update();
	}

}
