-- Partner 1 has :orders orders of 1,000 customers, placed one a second up to now; a tenth as many belong to others. Nine in
-- ten are paid, half of those by the partner on request; of the others half are cancelled, half wait for their payment,
-- one in 1,000 of all with an open request.
create extension if not exists tsm_system_rows;
set session_replication_role = replica;
create temporary table made as
select *, status = 'COMPLETED' as paid,
       case status when 'COMPLETED' then 'PAID' when 'CANCELLED' then 'CANCELLED' else 'PENDING' end as request_state
from (select n, uuidv7(make_interval(secs => n - :orders * 11 / 10)) as id, uuidv7() as request,
             now() + make_interval(secs => n - :orders * 11 / 10 - 2) as at,
             case when n % 11 = 10 then n % 999 + 2 else 1 end as partner,
             case when n % 11 = 10 then n % 999 + 2 else 10001 + n % 1000 end as customer,
             case when n % 20 = 0 then 'PENDING_PAYMENT' when n % 20 = 1 then 'CANCELLED' else 'COMPLETED' end as status,
             case when n % 2 = 0 then 'NEW' else 'RENEWAL' end as type, n % 4 = 2 or n % 1000 = 0 as requested
      from generate_series(1, :orders * 11 / 10) n) made;
insert into customer_order (id, partner_id, owner_partner_id, order_number, feed_version, customer_id, epoch, status,
                            order_type, source_type, service_type_code, official_minor, amount_minor, currency, created_at,
                            pay_before, hardware, request_id, request_state, payment_id, paid_at, paid_by, paid_with,
                            paid_cash_minor, paid_credit_minor, paid_coupon_minor, paid_discount_minor, paid_association)
select id, made_id(1, partner), made_id(1, partner), 'CS' || lpad(n::text, 12, '0'), 1, made_id(3, customer), 1, status,
       type, 1, 'hws.service.type.ec2', 1000, 1000, 'CNY', at, at + interval '7 days', false,
       case when requested then request end, case when requested then request_state end, case when paid then id end,
       case when paid then at end,
       case when paid then case when requested then 'PARTNER' else 'CUSTOMER' end end, case when paid then 'BALANCE' end,
       case when paid then 1000 end, case when paid then 0 end, case when paid then 0 end, case when paid then 0 end,
       case when paid then 'RESALE' end
from made;
insert into pay_on_behalf (id, partner_id, owner_partner_id, order_id, customer_id, epoch, association_type, state,
                           requested_at, requested_by, decided_at)
select request, made_id(1, partner), made_id(1, partner), id, made_id(3, customer), 1, 'RESALE',
       request_state, at, 'customer', case when status <> 'PENDING_PAYMENT' then at end
from made where requested;
drop table made;
set session_replication_role = origin;
vacuum analyze customer_order;
vacuum analyze pay_on_behalf;
