package io.partnerhub.billing.consumption;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.attribution.Change;
import io.partnerhub.contracts.Amount;
import io.partnerhub.contracts.ConsumptionEvent.ConsumptionPosted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Posts what is staged, set by set: each record counts for who had the customer at its
 * time (PER-06, ASG-09), once per reference.
 */
@Component
class PostingStore {

	private static final String POST = """
			with posted as (
			    insert into consumption_record (id, partner_id, owner_partner_id, customer_id, reference, cycle, trade_time,
			        account_manager_id, performance_manager_id, performance_period, association_type, charge_mode, bill_type,
			        detail_type, goods, paid_by, service_type, resource_type, resource_id, resource_name, region, product,
			        trade_id, sub_account, usage_amount, usage_unit, unit_price, currency, official_amount, payable_amount,
			        cash_amount, credit_amount, voucher_amount, cash_coupon_amount, stored_card_amount, debt_amount,
			        writeoff_amount, performance_amount, import_id, recorded_at)
			    select uuidv7(), l.partner_id, l.owner_partner_id, l.customer_id, s.reference, s.cycle, s.trade_time,
			           a.account_manager_id,
			           case when s.trade_time >= a.performance_from then a.account_manager_id end,
			           greatest(s.performance_period, :open), l.association_type, s.charge_mode, s.bill_type, s.detail_type,
			           s.goods, s.paid_by, s.service_type, s.resource_type, s.resource_id, s.resource_name, s.region,
			           s.product, s.trade_id, s.sub_account, s.usage_amount, s.usage_unit, s.unit_price, s.currency,
			           s.official, s.payable, s.cash, s.credit, s.voucher, s.cash_coupon, s.stored_card, s.debt, s.writeoff,
			           s.performance, :import, :now
			    from consumption_stage s
			    left join sub_account u on u.id = s.sub_account
			    join customer_link l
			      on l.customer_id = coalesce(u.customer_id, s.customer_id)
			     and l.valid_from <= s.trade_time and (l.valid_to is null or s.trade_time < l.valid_to)
			    left join customer_assignment a
			      on a.customer_id = l.customer_id and a.owner_partner_id = l.owner_partner_id
			     and a.valid_from <= s.trade_time and (a.valid_to is null or s.trade_time < a.valid_to)
			    order by s.reference -- so that no two batches wait for one another
			    on conflict (reference) do nothing
			    returning partner_id, owner_partner_id, cycle, customer_id, account_manager_id, performance_manager_id,
			              performance_period, association_type, service_type, charge_mode, bill_type, currency,
			              official_amount, payable_amount, cash_amount, credit_amount, voucher_amount, cash_coupon_amount,
			              stored_card_amount, debt_amount, writeoff_amount, performance_amount),
			summed as (
			    insert into consumption_delta
			    select partner_id, owner_partner_id, cycle, customer_id, account_manager_id,
			           performance_manager_id, performance_period, association_type, service_type, charge_mode, bill_type,
			           currency, count(*), sum(official_amount), sum(payable_amount), sum(cash_amount), sum(credit_amount),
			           sum(voucher_amount), sum(cash_coupon_amount), sum(stored_card_amount), sum(debt_amount),
			           sum(writeoff_amount), sum(performance_amount)
			    from posted
			    group by partner_id, owner_partner_id, cycle, customer_id, account_manager_id, performance_manager_id,
			             performance_period, association_type, service_type, charge_mode, bill_type, currency
			    returning records)
			select coalesce(sum(records), 0) from summed
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

	private final JdbcClient jdbc;

	PostingStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps the staged records that are new and whose customer somebody had, and tells
	 * how many.
	 */
	long post(UUID batch, BillCycle open, Instant now) {
		return this.jdbc.sql(POST)
			.param("import", batch)
			.param("open", open.code())
			.param("now", Timestamp.from(now))
			.query((row, index) -> row.getLong(1))
			.single();
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
