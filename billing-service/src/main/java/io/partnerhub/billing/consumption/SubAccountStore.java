package io.partnerhub.billing.consumption;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

	/** Which customers these accounts are; those nobody named are left out. */
	Map<String, UUID> find(Collection<String> ids) {
		Map<String, UUID> customers = new HashMap<>();
		this.jdbc.sql("select id, customer_id from sub_account where id = any(:ids)")
			.param("ids", ids.toArray(String[]::new))
			.query((row) -> {
				customers.put(row.getString("id"), row.getObject("customer_id", UUID.class));
			});
		return customers;
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
