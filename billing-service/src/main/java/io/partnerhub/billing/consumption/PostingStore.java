package io.partnerhub.billing.consumption;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.attribution.Change;
import io.partnerhub.contracts.Amount;
import io.partnerhub.contracts.ConsumptionEvent.ConsumptionPosted;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds what is posted to all sums, and moves it from one to the other where it was known
 * late who had the customer at its time (PER-06, ASG-09).
 */
@Component
class PostingStore {

	private static final String OPEN = """
			create temporary table if not exists consumption_delta (
			    partner_id uuid, owner_partner_id uuid, cycle integer, customer_id uuid, account_manager_id uuid,
			    performance_manager_id uuid, performance_period integer, association_type text, service_type text,
			    charge_mode smallint, bill_type smallint, currency text, records bigint, official numeric, payable numeric,
			    cash numeric, credit numeric, voucher numeric, cash_coupon numeric, stored_card numeric, debt numeric,
			    writeoff numeric, performance numeric
			) on commit delete rows
			""";

	private static final String BOOK = """
			with change as (
			    select partner_id, owner_partner_id, cycle, customer_id, account_manager_id,
			           association_type, service_type, charge_mode, bill_type, currency, sum(records) as records,
			           sum(official) as official, sum(payable) as payable, sum(cash) as cash, sum(credit) as credit,
			           sum(voucher) as voucher, sum(cash_coupon) as cash_coupon, sum(stored_card) as stored_card,
			           sum(debt) as debt, sum(writeoff) as writeoff
			    from consumption_delta
			    group by partner_id, owner_partner_id, cycle, customer_id, account_manager_id, association_type, service_type,
			             charge_mode, bill_type, currency),
			booked as (
			    insert into consumption_summary as c (id, partner_id, owner_partner_id, cycle, customer_id, account_manager_id,
			        association_type, service_type, charge_mode, bill_type, currency, records, official, payable, cash, credit,
			        voucher, cash_coupon, stored_card, debt, writeoff, refreshed_at)
			    select uuidv7(), partner_id, owner_partner_id, cycle, customer_id, account_manager_id, association_type,
			           service_type, charge_mode, bill_type, currency, records, official, payable, cash, credit, voucher,
			           cash_coupon, stored_card, debt, writeoff, :now
			    from change
			    order by owner_partner_id, cycle, customer_id, account_manager_id, association_type, service_type, charge_mode,
			             bill_type, currency
			    on conflict (owner_partner_id, cycle, customer_id, account_manager_id, association_type, service_type,
			                 charge_mode, bill_type, currency) do update
			    set records = c.records + excluded.records, official = c.official + excluded.official,
			        payable = c.payable + excluded.payable, cash = c.cash + excluded.cash, credit = c.credit + excluded.credit,
			        voucher = c.voucher + excluded.voucher, cash_coupon = c.cash_coupon + excluded.cash_coupon,
			        stored_card = c.stored_card + excluded.stored_card, debt = c.debt + excluded.debt,
			        writeoff = c.writeoff + excluded.writeoff, refreshed_at = excluded.refreshed_at
			    returning new.*, new.records - coalesce(old.records, 0) as more,
			              new.official_minor - coalesce(old.official_minor, 0) as official_more,
			              new.payable_minor - coalesce(old.payable_minor, 0) as payable_more,
			              new.cash_minor - coalesce(old.cash_minor, 0) as cash_more,
			              new.credit_minor - coalesce(old.credit_minor, 0) as credit_more,
			              new.voucher_minor - coalesce(old.voucher_minor, 0) as voucher_more,
			              new.cash_coupon_minor - coalesce(old.cash_coupon_minor, 0) as cash_coupon_more,
			              new.stored_card_minor - coalesce(old.stored_card_minor, 0) as stored_card_more,
			              new.debt_minor - coalesce(old.debt_minor, 0) as debt_more,
			              new.writeoff_minor - coalesce(old.writeoff_minor, 0) as writeoff_more)
			insert into consumption_posting
			select :import, partner_id, owner_partner_id, cycle, account_manager_id, association_type, charge_mode, bill_type,
			       currency, sum(more), sum(official_more), sum(payable_more), sum(cash_more), sum(credit_more),
			       sum(voucher_more), sum(cash_coupon_more), sum(stored_card_more), sum(debt_more), sum(writeoff_more), :now
			from booked
			group by partner_id, owner_partner_id, cycle, account_manager_id, association_type, charge_mode, bill_type, currency
			""";

	private static final String MONTH = """
			insert into consumption_month as m
			select partner_id, owner_partner_id, cycle, account_manager_id, association_type, charge_mode, bill_type, currency,
			       records, official_minor, payable_minor, cash_minor, credit_minor, voucher_minor, cash_coupon_minor,
			       stored_card_minor, debt_minor, writeoff_minor, at
			from consumption_posting
			where import_id = :import
			order by owner_partner_id, cycle, account_manager_id, association_type, charge_mode, bill_type, currency
			on conflict (owner_partner_id, cycle, account_manager_id, association_type, charge_mode, bill_type, currency) do update
			set records = m.records + excluded.records, official_minor = m.official_minor + excluded.official_minor,
			    payable_minor = m.payable_minor + excluded.payable_minor, cash_minor = m.cash_minor + excluded.cash_minor,
			    credit_minor = m.credit_minor + excluded.credit_minor, voucher_minor = m.voucher_minor + excluded.voucher_minor,
			    cash_coupon_minor = m.cash_coupon_minor + excluded.cash_coupon_minor,
			    stored_card_minor = m.stored_card_minor + excluded.stored_card_minor,
			    debt_minor = m.debt_minor + excluded.debt_minor, writeoff_minor = m.writeoff_minor + excluded.writeoff_minor,
			    refreshed_at = excluded.refreshed_at
			""";

	private static final String PERFORMANCE = """
			insert into performance_total as t (partner_id, owner_partner_id, period, account_manager_id, customer_id, currency,
			                                    amount)
			select partner_id, owner_partner_id, performance_period, performance_manager_id, customer_id, currency,
			       sum(performance)
			from consumption_delta
			group by partner_id, owner_partner_id, performance_period, performance_manager_id, customer_id, currency
			order by owner_partner_id, performance_period, performance_manager_id, customer_id, currency
			on conflict (owner_partner_id, period, account_manager_id, customer_id, currency) do update
			set amount = t.amount + excluded.amount
			""";

	private static final String MOVE = """
			with due as (
			    select r.id, r.customer_id, r.cycle, r.trade_time, r.performance_period < :open as settled,
			           r.performance_manager_id,
			           case when r.performance_period < :open or l.epoch is null then r.partner_id else l.partner_id end
			               as partner_id,
			           case when r.performance_period < :open or l.epoch is null then r.owner_partner_id
			                else l.owner_partner_id end as owner_partner_id,
			           case when r.performance_period < :open or l.epoch is null then r.association_type
			                else l.association_type end as association_type
			    from unnest(:customers, :since::timestamptz[], :cycles) c (customer_id, since, cycle)
			    join consumption_record r on r.customer_id = c.customer_id and r.cycle >= c.cycle and r.trade_time >= c.since
			    left join customer_link l on l.customer_id = r.customer_id and l.valid_from <= r.trade_time
			                             and (l.valid_to is null or r.trade_time < l.valid_to)),
			held as (
			    select d.id, d.customer_id, d.cycle, d.partner_id, d.owner_partner_id, d.association_type, a.account_manager_id,
			           case when d.settled then d.performance_manager_id
			                when d.trade_time >= a.performance_from then a.account_manager_id end as performance_manager_id
			    from due d
			    left join customer_assignment a
			      on a.customer_id = d.customer_id and a.owner_partner_id = d.owner_partner_id
			     and a.valid_from <= d.trade_time and (a.valid_to is null or d.trade_time < a.valid_to)),
			moved as (
			    update consumption_record r
			    set partner_id = h.partner_id, owner_partner_id = h.owner_partner_id, association_type = h.association_type,
			        account_manager_id = h.account_manager_id, performance_manager_id = h.performance_manager_id
			    from held h
			    where r.customer_id = h.customer_id and r.cycle = h.cycle and r.id = h.id
			      and (r.owner_partner_id, r.association_type, r.account_manager_id, r.performance_manager_id)
			          is distinct from
			          (h.owner_partner_id, h.association_type, h.account_manager_id, h.performance_manager_id)
			    returning old.partner_id as partner_before, old.owner_partner_id as owner_before,
			              old.association_type as type_before, old.account_manager_id as manager_before,
			              old.performance_manager_id as performance_before, new.*)
			insert into consumption_delta
			select v.partner, v.owner, cycle, customer_id, v.manager, v.performance_manager, performance_period, v.type,
			       service_type, charge_mode, bill_type, currency, sum(v.sign),
			       sum(v.sign * official_amount), sum(v.sign * payable_amount), sum(v.sign * cash_amount),
			       sum(v.sign * credit_amount), sum(v.sign * voucher_amount), sum(v.sign * cash_coupon_amount),
			       sum(v.sign * stored_card_amount), sum(v.sign * debt_amount), sum(v.sign * writeoff_amount),
			       sum(v.sign * performance_amount)
			from moved
			cross join lateral (
			    values (-1, partner_before, owner_before, type_before, manager_before, performance_before),
			           (1, partner_id, owner_partner_id, association_type, account_manager_id, performance_manager_id))
			           v (sign, partner, owner, type, manager, performance_manager)
			group by v.partner, v.owner, cycle, customer_id, v.manager, v.performance_manager, performance_period, v.type,
			         service_type, charge_mode, bill_type, currency
			""";

	private final JdbcTemplate template;

	private final JdbcClient jdbc;

	PostingStore(JdbcTemplate template, JdbcClient jdbc) {
		this.template = template;
		this.jdbc = jdbc;
	}

	/**
	 * Begins to add up: in a table of the session, empty again after each commit, the
	 * sums of which are sorted in memory.
	 */
	void open() {
		this.jdbc.sql("set local work_mem = '64MB'").update();
		this.jdbc.sql(OPEN).update();
	}

	void add(Delta delta) {
		delta.send(this.template, "copy consumption_delta from stdin");
	}

	/**
	 * Gives records to the partner, model and account manager of their moment, where news
	 * of them came late. Whose customer nobody had then stays where it was.
	 */
	int move(List<Change> changes, BillCycle open) {
		return this.jdbc.sql(MOVE)
			.param("open", open.code())
			.param("customers", changes.stream().map(Change::customerId).toArray(UUID[]::new))
			.param("since", changes.stream().map((each) -> each.since().toString()).toArray(String[]::new))
			.param("cycles",
					changes.stream()
						.map((each) -> BillCycle.at(each.since()).plusMonths(-1).code())
						.toArray(Integer[]::new))
			.update();
	}

	/** Adds everything that this transaction has posted to the sums. */
	void book(UUID batch, Instant now) {
		this.jdbc.sql(BOOK).param("import", batch).param("now", Timestamp.from(now)).update();
		this.jdbc.sql(MONTH).param("import", batch).update();
		this.jdbc.sql(PERFORMANCE).update();
	}

	/** What the transaction added to each partner's month. */
	List<ConsumptionPosted> facts(UUID batch) {
		return this.jdbc.sql("""
				select p.partner_id, p.owner_partner_id, p.cycle, p.currency, sum(p.records) as records,
				       sum(p.payable_minor) as payable, sum(p.cash_minor) as cash
				from consumption_posting p
				where p.import_id = :import
				group by p.partner_id, p.owner_partner_id, p.cycle, p.currency
				having sum(p.records) <> 0
				order by p.owner_partner_id, p.cycle, p.currency
				""")
			.param("import", batch)
			.query((row, index) -> new ConsumptionPosted(row.getObject("partner_id", UUID.class),
					row.getObject("owner_partner_id", UUID.class), batch, BillCycle.of(row.getInt("cycle")).toString(),
					row.getLong("records"), amount(row.getLong("payable"), row.getString("currency")),
					amount(row.getLong("cash"), row.getString("currency"))))
			.list();
	}

	private static Amount amount(long minor, String currency) {
		return new Amount(BigDecimal.valueOf(minor, 2).toPlainString(), currency);
	}

}
