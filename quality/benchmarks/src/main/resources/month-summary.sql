-- The partner's present month: :records records of 20 services, and the sums that posting them leaves behind.
create extension if not exists tsm_system_rows;
create temporary table made as
select n, to_char(now() at time zone 'Asia/Shanghai', 'YYYYMM')::int as cycle, made_id(3, n % 1000 + 1) as customer,
       (n::bigint * 7919 % 1000000)::numeric / 10000 as amount, 'service-' || n % 20 as service
from generate_series(1, :records) n;
insert into consumption_record (id, partner_id, owner_partner_id, customer_id, reference, cycle, trade_time,
    account_manager_id, performance_manager_id, performance_period, association_type, charge_mode, bill_type, detail_type,
    goods, paid_by, service_type, currency, official_amount, payable_amount, cash_amount, credit_amount, voucher_amount,
    cash_coupon_amount, stored_card_amount, debt_amount, writeoff_amount, performance_amount, import_id, recorded_at)
select uuidv7(), made_id(1, 1), made_id(1, 1), customer, 'made/' || n, cycle, now(), a.account_manager_id,
       a.account_manager_id, cycle, 'RESALE', case when n % 5 = 0 then 1 else 3 end, 0, 5, 'CLOUD', 'CUSTOMER', service,
       'CNY', amount, amount, amount, 0, 0, 0, 0, 0, 0, amount, made_id(9, n / 10000), now()
from made left join customer_assignment a on a.customer_id = made.customer;
insert into consumption_summary (id, partner_id, owner_partner_id, cycle, customer_id, account_manager_id, association_type,
    service_type, charge_mode, bill_type, currency, records, official, payable, cash, credit, voucher, cash_coupon,
    stored_card, debt, writeoff, refreshed_at)
select any_value(id), partner_id, owner_partner_id, cycle, customer_id, account_manager_id, association_type, service_type,
       charge_mode, bill_type, currency, count(*), sum(official_amount), sum(payable_amount), sum(cash_amount),
       sum(credit_amount), sum(voucher_amount), sum(cash_coupon_amount), sum(stored_card_amount), sum(debt_amount),
       sum(writeoff_amount), now()
from consumption_record
group by partner_id, owner_partner_id, cycle, customer_id, account_manager_id, association_type, service_type, charge_mode,
         bill_type, currency;
insert into consumption_month
select partner_id, owner_partner_id, cycle, account_manager_id, association_type, charge_mode, bill_type, currency,
       sum(records), sum(official_minor), sum(payable_minor), sum(cash_minor), sum(credit_minor), sum(voucher_minor),
       sum(cash_coupon_minor), sum(stored_card_minor), sum(debt_minor), sum(writeoff_minor), now()
from consumption_summary
group by partner_id, owner_partner_id, cycle, account_manager_id, association_type, charge_mode, bill_type, currency;
vacuum analyze;
