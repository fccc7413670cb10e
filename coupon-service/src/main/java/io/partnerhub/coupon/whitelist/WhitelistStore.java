package io.partnerhub.coupon.whitelist;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of white-lists; of those that do not count any more, only that they were. */
@Repository
class WhitelistStore {

	/** What can be found by groups of three characters. */
	private static final int GROUP = 3;

	private final JdbcClient jdbc;

	WhitelistStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The version that comes next; nobody else imports until the transaction ends. */
	int next(UUID owner) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('whitelist ' || :owner::text, 0))")
			.param("owner", owner)
			.query((_) -> {
			});
		return this.jdbc.sql("select coalesce(max(version), 0) + 1 from whitelist where owner_partner_id = :owner")
			.param("owner", owner)
			.query((row, index) -> row.getInt(1))
			.single();
	}

	void replace(Whitelist list, List<WhitelistRow> rows) {
		this.jdbc.sql("""
				insert into whitelist (partner_id, owner_partner_id, version, id, customers, operator, imported_at)
				values (:partner, :owner, :version, :id, :customers, :operator, :at)
				""")
			.param("partner", list.partnerId())
			.param("owner", list.ownerPartnerId())
			.param("version", list.version())
			.param("id", list.id())
			.param("customers", list.customers())
			.param("operator", list.operator())
			.param("at", Timestamp.from(list.importedAt()))
			.update();
		this.jdbc.sql("delete from whitelist_customer where owner_partner_id = :owner")
			.param("owner", list.ownerPartnerId())
			.update();
		this.jdbc.sql("""
				insert into whitelist_customer (owner_partner_id, version, id, account_name, name)
				select :owner, :version, id, account, name
				from unnest(:ids::uuid[], :accounts::text[], :names::text[]) as r (id, account, name)
				""")
			.param("owner", list.ownerPartnerId())
			.param("version", list.version())
			.param("ids", Stream.generate(Ids::next).limit(rows.size()).sorted().toArray(UUID[]::new))
			.param("accounts", rows.stream().map(WhitelistRow::accountName).toArray(String[]::new))
			.param("names", rows.stream().map(WhitelistRow::name).toArray(String[]::new))
			.update();
	}

	List<Whitelist> versions(UUID owner, PageQuery page) {
		return this.jdbc.sql("""
				select id, partner_id, owner_partner_id, version, customers, operator, imported_at
				from whitelist
				where owner_partner_id = :owner and (:after::uuid is null or id < :after)
				order by id desc
				limit :fetch
				""")
			.param("owner", owner)
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query((row, index) -> new Whitelist(row.getObject("id", UUID.class),
					row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class),
					row.getInt("version"), row.getInt("customers"), row.getString("operator"),
					row.getTimestamp("imported_at").toInstant()))
			.list();
	}

	List<ListedCustomer> page(UUID owner, @Nullable String accountName, @Nullable String name, PageQuery page) {
		return this.jdbc
			.sql("""
					select w.id, w.account_name, w.name, a.account_id
					from whitelist_customer w
					left join lateral (select account_id from known_account a
					                   where a.account_name = w.account_name limit 1) a on true
					where w.owner_partner_id = :owner
					""" + text("account_name", "account_trigrams", "account", accountName)
					+ text("name_key", "name_trigrams", "name", name) + """
							  and (:after::uuid is null or w.id < :after)
							order by w.id desc
							limit :fetch
							""")
			.param("owner", owner)
			.param("account", accountName)
			.param("name", name)
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query((row, index) -> new ListedCustomer(row.getObject("id", UUID.class), row.getString("account_name"),
					row.getString("name"), row.getObject("account_id", UUID.class)))
			.list();
	}

	/** Those of the accounts that stand on the newest list. */
	Set<String> listed(UUID owner, Collection<String> accountNames) {
		return this.jdbc.sql("""
				select account_name
				from whitelist_customer
				where owner_partner_id = :owner and account_name = any(:names)
				""")
			.param("owner", owner)
			.param("names", accountNames.toArray(String[]::new))
			.query((row, index) -> row.getString("account_name"))
			.list()
			.stream()
			.collect(Collectors.toSet());
	}

	/** Short texts stand at the beginning, longer ones anywhere. */
	private static String text(String column, String trigrams, String parameter, @Nullable String text) {
		if (text == null) {
			return "";
		}
		if (text.codePointCount(0, text.length()) < GROUP) {
			return "  and starts_with(w." + column + ", lower(:" + parameter + "))\n";
		}
		return "  and w." + trigrams + " @> trigrams(lower(:" + parameter + ")) and strpos(w." + column + ", lower(:"
				+ parameter + ")) > 0\n";
	}

}
