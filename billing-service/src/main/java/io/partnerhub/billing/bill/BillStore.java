package io.partnerhub.billing.bill;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.bill.Bill.State;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of bills and of what was paid on them. */
@Component
class BillStore {

	private static final String COLUMNS = """
			 id, partner_id, owner_partner_id, cycle, state, amount_minor, carried_minor, paid_minor, issued_at, due_date, paid_at
			""";

	private final JdbcClient jdbc;

	BillStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The oldest month that has no bill though a partner settles it monthly. */
	Optional<YearMonth> oldestMissing() {
		return this.jdbc
			.sql("""
					select min(greatest(t.first_cycle, case when last.cycle % 100 = 12 then last.cycle + 89 else last.cycle + 1 end))
					from billing_terms t
					left join lateral (select max(cycle) as cycle
					                   from partner_bill
					                   where owner_partner_id = t.owner_partner_id) last on true
					where t.monthly
					""")
			.query((row, index) -> row.getInt(1))
			.optional()
			.filter((code) -> code > 0)
			.map(BillRules::month);
	}

	/**
	 * One bill for each partner that settles the month and has no bill for it or a later
	 * one yet. What credits exceed the charges lessens the next bill.
	 */
	List<Bill> issue(YearMonth cycle, Instant now, LocalDate due) {
		return this.jdbc
			.sql("""
					insert into partner_bill (id, partner_id, owner_partner_id, cycle, state, amount_minor, carried_minor,
					                          currency, issued_at, due_date, paid_at)
					select uuidv7(), t.partner_id, t.owner_partner_id, :cycle, case when c.sum > 0 then 'ISSUED' else 'PAID' end,
					       greatest(c.sum, 0), least(c.sum, 0), 'CNY', :now, :due,
					       case when c.sum > 0 then null else cast(:now as timestamptz) end
					from billing_terms t
					left join lateral (select carried_minor
					                   from partner_bill
					                   where owner_partner_id = t.owner_partner_id and cycle < :cycle
					                   order by cycle desc
					                   limit 1) before on true
					cross join lateral (select coalesce(sum(amount_minor), 0) + coalesce(before.carried_minor, 0) as sum
					                    from partner_charge
					                    where owner_partner_id = t.owner_partner_id and cycle = :cycle) c
					where t.monthly and t.first_cycle <= :cycle
					  and not exists (select from partner_bill where owner_partner_id = t.owner_partner_id and cycle > :cycle)
					on conflict (owner_partner_id, cycle) do nothing
					returning
					"""
					+ COLUMNS)
			.param("cycle", BillRules.code(cycle))
			.param("now", Timestamp.from(now))
			.param("due", Date.valueOf(due))
			.query((row, index) -> bill(row))
			.list();
	}

	/** Those that should have been paid before a day. */
	List<Bill> overdue(LocalDate today) {
		return this.jdbc
			.sql("update partner_bill set state = 'OVERDUE' where state = 'ISSUED' and due_date < :today returning"
					+ COLUMNS)
			.param("today", Date.valueOf(today))
			.query((row, index) -> bill(row))
			.list();
	}

	Optional<Bill> find(Realm realm, UUID id, boolean lock) {
		return this.jdbc.sql("select" + COLUMNS + """
				from partner_bill
				where id = :id and partner_id = :partner and owner_partner_id = :owner
				""" + (lock ? "for update" : ""))
			.param("id", id)
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.query((row, index) -> bill(row))
			.optional();
	}

	Optional<Bill> lock(UUID id) {
		return this.jdbc.sql("select" + COLUMNS + "from partner_bill where id = :id for update")
			.param("id", id)
			.query((row, index) -> bill(row))
			.optional();
	}

	List<Bill> page(Realm realm, PageQuery page) {
		return this.jdbc
			.sql("select" + COLUMNS
					+ """
							from partner_bill
							where partner_id = :partner and owner_partner_id = :owner and (cast(:after as uuid) is null or id < :after)
							order by id desc
							limit :fetch
							""")
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query((row, index) -> bill(row))
			.list();
	}

	/** Adds a payment; the bill is paid once all of it is. */
	void pay(Bill bill, UUID payment, @Nullable UUID transaction, @Nullable String reference, Money amount,
			Instant now) {
		this.jdbc.sql("""
				insert into partner_bill_payment (id, bill_id, way, reference, transaction_id, amount_minor, at)
				values (:id, :bill, :way, :reference, cast(:transaction as uuid), :amount, :now)
				""")
			.param("id", payment)
			.param("bill", bill.id())
			.param("way", (transaction != null) ? "CASH" : "TRANSFER")
			.param("reference", reference)
			.param("transaction", transaction)
			.param("amount", amount.minor())
			.param("now", Timestamp.from(now))
			.update();
		this.jdbc.sql("""
				update partner_bill
				set paid_minor = paid_minor + :amount,
				    state = case when paid_minor + :amount = amount_minor then 'PAID' else state end,
				    paid_at = case when paid_minor + :amount = amount_minor then cast(:now as timestamptz) end
				where id = :id
				""").param("amount", amount.minor()).param("now", Timestamp.from(now)).param("id", bill.id()).update();
	}

	/** What a transfer paid, if it was told before. */
	Optional<Paid> findTransfer(String reference) {
		return this.jdbc.sql("select bill_id, amount_minor from partner_bill_payment where reference = :reference")
			.param("reference", reference)
			.query((row, index) -> new Paid(row.getObject("bill_id", UUID.class),
					Money.ofMinor(row.getLong("amount_minor"))))
			.optional();
	}

	private static Bill bill(ResultSet row) throws SQLException {
		Timestamp paid = row.getTimestamp("paid_at");
		return new Bill(row.getObject("id", UUID.class),
				new Realm(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class)),
				BillRules.month(row.getInt("cycle")), State.valueOf(row.getString("state")),
				Money.ofMinor(row.getLong("amount_minor")), Money.ofMinor(row.getLong("carried_minor")),
				Money.ofMinor(row.getLong("paid_minor")), row.getTimestamp("issued_at").toInstant(),
				row.getDate("due_date").toLocalDate(), (paid != null) ? paid.toInstant() : null);
	}

	/** A transfer towards a bill. */
	record Paid(UUID billId, Money amount) {
	}

}
