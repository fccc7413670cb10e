package io.partnerhub.customer.listing;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.partnerhub.contracts.BillingEvent.CustomerArrearsChanged;
import io.partnerhub.platform.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes the searchable rows from what is known elsewhere. Two transactions that touch
 * customers of one login name come one after the other, so that the later one sees what
 * the earlier one did.
 */
@Repository
class ListingStore {

	private final JdbcClient jdbc;

	ListingStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void lock(UUID customerId) {
		this.jdbc.sql("""
				select pg_advisory_xact_lock(hashtextextended('customer_listing ' || lower(account_name), 0))
				from customer
				where id = :id
				""").param("id", customerId).query((_) -> {
		});
	}

	void lock(Collection<String> accountNames) {
		this.jdbc.sql("""
				select pg_advisory_xact_lock(key)
				from (select distinct hashtextextended('customer_listing ' || lower(name), 0) as key
				      from unnest(:names::text[]) name
				      order by key) keys
				""").param("names", lower(accountNames)).query((_) -> {
		});
	}

	List<UUID> idsOf(Collection<String> accountNames) {
		return this.jdbc.sql("select id from customer where lower(account_name) = any(:names)")
			.param("names", lower(accountNames))
			.query((row, index) -> row.getObject("id", UUID.class))
			.list();
	}

	/** Rows that are as they should be stay untouched. */
	void rewrite(List<UUID> customerIds) {
		UUID[] ids = customerIds.toArray(UUID[]::new);
		this.jdbc.sql("""
				delete from customer_listing l
				where l.customer_id = any(:ids)
				  and not exists (
				      select from present_customer p
				      where p.customer_id = l.customer_id and row(p.*) is not distinct from row(l.*))
				""").param("ids", ids).update();
		this.jdbc.sql("""
				insert into customer_listing
				select p.* from present_customer p where p.customer_id = any(:ids)
				on conflict (customer_id) do nothing
				""").param("ids", ids).update();
	}

	/** False for a link that never was. */
	boolean saveArrears(CustomerArrearsChanged event) {
		Money arrears = Money.parse(event.arrears().amount(), event.arrears().currency());
		return this.jdbc.sql("""
				insert into customer_arrears (customer_id, epoch, arrears_minor, currency)
				select customer_id, epoch, :minor, :currency
				from association
				where customer_id = :customer and epoch = :epoch and owner_partner_id = :owner
				on conflict (customer_id, epoch) do update
				   set arrears_minor = excluded.arrears_minor, currency = excluded.currency
				""")
			.param("customer", event.customerId())
			.param("epoch", event.epoch())
			.param("owner", event.ownerPartnerId())
			.param("minor", arrears.minor())
			.param("currency", arrears.currency().getCurrencyCode())
			.update() == 1;
	}

	private static String[] lower(Collection<String> accountNames) {
		return accountNames.stream().map((name) -> name.toLowerCase(Locale.ROOT)).toArray(String[]::new);
	}

}
