package io.partnerhub.customer.fact;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.AccountEvent.AccountFactsChanged;
import io.partnerhub.customer.fact.AccountFacts.NewCustomerTag;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of facts; older news never overwrites newer. */
@Repository
class FactStore {

	private static final TypeReference<Map<Flag, Boolean>> FLAGS = new TypeReference<>() {
	};

	private static final String SELECT = """
			select account_name, email, mobile, registered_at, country, real_name, customer_type, verified_status,
			       customer_level, signing_entity, master_account_name, month_expenditure_minor, resources_expire_at,
			       grace_days, new_customer_tag, tag_effective, tag_expires, flags, as_of
			from account_facts
			where
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	FactStore(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	Optional<AccountFacts> find(String accountName) {
		return this.jdbc.sql(SELECT + "account_name = lower(:name)")
			.param("name", accountName)
			.query(this::facts)
			.optional();
	}

	List<AccountFacts> findAll(List<String> accountNames) {
		return this.jdbc.sql(SELECT + "account_name = any(:names)")
			.param("names", accountNames.toArray(String[]::new))
			.query(this::facts)
			.list();
	}

	/** Accounts a prospect may have already, by any of the ways he was named. */
	List<AccountFacts> match(@Nullable String accountName, @Nullable String email, @Nullable String mobile) {
		return this.jdbc.sql(SELECT + """
				account_name = lower(:name) or email = :email or mobile = :mobile
				order by account_name
				limit 20
				""").param("name", accountName).param("email", email).param("mobile", mobile).query(this::facts).list();
	}

	/**
	 * Nobody else writes about these accounts, or makes a customer of one, until the end.
	 */
	void lock(Collection<String> accountNames) {
		this.jdbc.sql("""
				select pg_advisory_xact_lock(key)
				from (select distinct hashtextextended('account ' || lower(name), 0) as key
				      from unnest(:names::text[]) name
				      order by key) keys
				""").param("names", accountNames.toArray(String[]::new)).query((_) -> {
		});
	}

	/**
	 * What the news does not say stays as it was, and who is no member any more has no
	 * master; false if something newer is known.
	 */
	boolean merge(AccountFacts news) {
		NewCustomerTag tag = news.newCustomerTag();
		return this.jdbc
			.sql("""
					insert into account_facts as f (
					    account_id, account_name, email, mobile, registered_at, country, real_name, customer_type, verified_status,
					    customer_level, signing_entity, master_account_name, month_expenditure_minor, currency, resources_expire_at, grace_days,
					    new_customer_tag, tag_effective, tag_expires, flags, as_of, expenditure_as_of)
					values (coalesce((select id from customer where lower(account_name) = :account), :id), :account, :email, :mobile, :registeredAt, :country, :realName, :customerType, :verifiedStatus,
					        :level, :signingEntity, :master, :expenditure, :currency, :resourcesExpireAt, :graceDays, :tag,
					        :tagEffective, :tagExpires, :flags::jsonb, :asOf,
					        case when :expenditure::bigint is not null then :asOf::timestamptz end)
					on conflict (account_name) do update
					set email = coalesce(excluded.email, f.email),
					    mobile = coalesce(excluded.mobile, f.mobile),
					    registered_at = coalesce(excluded.registered_at, f.registered_at),
					    country = coalesce(excluded.country, f.country),
					    real_name = coalesce(excluded.real_name, f.real_name),
					    customer_type = coalesce(excluded.customer_type, f.customer_type),
					    verified_status = coalesce(excluded.verified_status, f.verified_status),
					    customer_level = coalesce(excluded.customer_level, f.customer_level),
					    signing_entity = coalesce(excluded.signing_entity, f.signing_entity),
					    master_account_name = case when excluded.flags @> '{"ENTERPRISE_MEMBER": false}'
					                                 or 'ENTERPRISE_MEMBER' = any(:unknown::text[]) then null
					                               else coalesce(excluded.master_account_name, f.master_account_name) end,
					    month_expenditure_minor = coalesce(excluded.month_expenditure_minor, f.month_expenditure_minor),
					    currency = coalesce(excluded.currency, f.currency),
					    resources_expire_at = coalesce(excluded.resources_expire_at, f.resources_expire_at),
					    grace_days = coalesce(excluded.grace_days, f.grace_days),
					    new_customer_tag = coalesce(excluded.new_customer_tag, f.new_customer_tag),
					    tag_effective = case when excluded.new_customer_tag is null then f.tag_effective
					                         else excluded.tag_effective end,
					    tag_expires = case when excluded.new_customer_tag is null then f.tag_expires
					                       else excluded.tag_expires end,
					    flags = (f.flags || excluded.flags) - :unknown::text[],
					    expenditure_as_of = coalesce(excluded.expenditure_as_of, f.expenditure_as_of),
					    as_of = excluded.as_of
					where f.as_of <= excluded.as_of
					""")
			.param("id", Ids.next())
			.param("account", news.accountName())
			.param("email", news.email())
			.param("mobile", news.mobile())
			.param("registeredAt", timestamp(news.registeredAt()))
			.param("country", news.country())
			.param("realName", news.realName())
			.param("customerType", news.customerType())
			.param("verifiedStatus", news.verifiedStatus())
			.param("level", news.customerLevel())
			.param("signingEntity", news.signingEntity())
			.param("master", news.masterAccountName())
			.param("expenditure", (news.monthExpenditure() != null) ? news.monthExpenditure().minor() : null)
			.param("currency",
					(news.monthExpenditure() != null) ? news.monthExpenditure().currency().getCurrencyCode() : null)
			.param("resourcesExpireAt", timestamp(news.resourcesExpireAt()))
			.param("graceDays", news.graceDays())
			.param("tag", (tag != null) ? tag.value().name() : null)
			.param("tagEffective", (tag != null) ? firstDay(tag.effective()) : null)
			.param("tagExpires", (tag != null) ? firstDay(tag.expires()) : null)
			.param("flags", this.json.writeValueAsString(known(news)))
			.param("unknown", unknown(news))
			.param("asOf", Timestamp.from(news.asOf()))
			.update() == 1;
	}

	/**
	 * Takes what other services ask for as announced, where they have not heard it yet.
	 */
	List<AccountFactsChanged> announceNews(Collection<String> accountNames) {
		return announced("account_name = any(:which::text[])", accountNames.toArray(String[]::new));
	}

	/** The same for some accounts known since before accounts were announced. */
	List<AccountFactsChanged> announceForgotten(int limit) {
		return announced("""
				account_name = any(array(
				    select account_name from account_facts
				    where announced is null
				    order by account_name
				    limit :which
				    for update skip locked))
				""", limit);
	}

	private List<AccountFactsChanged> announced(String condition, Object which) {
		return this.jdbc.sql("""
				update account_facts
				   set announced = jsonb_build_array(real_name, signing_entity, master_account_name)
				 where announced is distinct from jsonb_build_array(real_name, signing_entity, master_account_name) and
				""" + condition + """

				returning account_id, account_name, real_name, signing_entity, master_account_name
				""")
			.param("which", which)
			.query((row, index) -> new AccountFactsChanged(row.getObject("account_id", UUID.class),
					row.getString("account_name"), row.getString("real_name"), row.getString("signing_entity"),
					row.getString("master_account_name")))
			.list();
	}

	private static Map<Flag, Boolean> known(AccountFacts news) {
		Map<Flag, Boolean> known = new EnumMap<>(Flag.class);
		news.flags().forEach((flag, value) -> {
			if (value != null) {
				known.put(flag, value);
			}
		});
		return known;
	}

	private static String[] unknown(AccountFacts news) {
		return news.flags()
			.entrySet()
			.stream()
			.filter((flag) -> flag.getValue() == null)
			.map((flag) -> flag.getKey().name())
			.toArray(String[]::new);
	}

	private AccountFacts facts(ResultSet row, int index) throws SQLException {
		Long expenditure = row.getObject("month_expenditure_minor", Long.class);
		return new AccountFacts(row.getString("account_name"), row.getString("email"), row.getString("mobile"),
				instant(row, "registered_at"), row.getString("country"), row.getString("real_name"),
				row.getObject("customer_type", Integer.class), row.getObject("verified_status", Integer.class),
				row.getString("customer_level"), row.getString("signing_entity"), row.getString("master_account_name"),
				(expenditure != null) ? Money.ofMinor(expenditure) : null, instant(row, "resources_expire_at"),
				row.getObject("grace_days", Integer.class), tag(row),
				this.json.readValue(row.getString("flags"), FLAGS), row.getTimestamp("as_of").toInstant());
	}

	private static @Nullable NewCustomerTag tag(ResultSet row) throws SQLException {
		String tag = row.getString("new_customer_tag");
		return (tag != null) ? new NewCustomerTag(NewCustomerTag.Value.valueOf(tag), month(row, "tag_effective"),
				month(row, "tag_expires")) : null;
	}

	private static @Nullable Date firstDay(@Nullable YearMonth month) {
		return (month != null) ? Date.valueOf(month.atDay(1)) : null;
	}

	private static @Nullable YearMonth month(ResultSet row, String column) throws SQLException {
		Date day = row.getDate(column);
		return (day != null) ? YearMonth.from(day.toLocalDate()) : null;
	}

	private static @Nullable Timestamp timestamp(@Nullable Instant time) {
		return (time != null) ? Timestamp.from(time) : null;
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp time = row.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

}
