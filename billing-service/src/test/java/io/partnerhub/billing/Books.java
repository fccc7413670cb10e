package io.partnerhub.billing;

import java.util.UUID;

import io.partnerhub.platform.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The ledger's own arithmetic, straight from the rows. */
public final class Books {

	private final JdbcClient jdbc;

	Books(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Trial balance, stored against recomputed balances, gapless sequences: I-13, I-14.
	 */
	public void balance() {
		assertThat(number("select coalesce(sum(balance_minor), 0) from account")).isZero();
		assertThat(number("""
				with side as (
				    select debit_account as account, -amount_minor as amount from entry
				    union all
				    select credit_account, amount_minor from entry)
				select count(*)
				from account a
				left join (select account, sum(amount) as total, count(*) as entries from side group by account) s
				  on s.account = a.id
				where a.balance_minor <> coalesce(s.total, 0) or a.entries <> coalesce(s.entries, 0)
				""")).isZero();
		assertThat(number("""
				select count(*) from adjust_record r
				where not exists (select from entry e
				                  where e.owner_partner_id = r.owner_partner_id and e.transaction_id = r.transaction_id
				                    and e.kind = r.kind and e.amount_minor = r.amount_minor)
				""")).isZero();
		assertThat(number("""
				select count(*) from entry e
				where kind = 'RECHARGE' and not exists (select from top_up t
				    where t.id = e.transaction_id and t.amount_minor = e.amount_minor)
				""")).isZero();
	}

	public String partnerHas(Partner partner) {
		return holds("PARTNER", partner.id());
	}

	public String customerHas(UUID customer) {
		return holds("CUSTOMER", customer);
	}

	/** The balance of one account of a partner or customer. */
	public String has(UUID holder, String type) {
		return Money
			.ofMinor(number("select coalesce(sum(balance_minor), 0) from account where owner_kind <> 'VENDOR'"
					+ " and holder_id = '" + holder + "' and type = '" + type + "'"))
			.decimal()
			.toPlainString();
	}

	public long entriesOf(UUID holder) {
		return number("select coalesce(sum(entries), 0) from account where holder_id = '" + holder
				+ "' and owner_kind <> 'VENDOR'");
	}

	public long number(String sql) {
		return this.jdbc.sql(sql).query((row, index) -> row.getLong(1)).single();
	}

	private String holds(String kind, UUID holder) {
		long minor = this.jdbc
			.sql("select coalesce(sum(balance_minor), 0) from account where owner_kind = :kind and holder_id = :holder")
			.param("kind", kind)
			.param("holder", holder)
			.query((row, index) -> row.getLong(1))
			.single();
		return Money.ofMinor(minor).decimal().toPlainString();
	}

}
