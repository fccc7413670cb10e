-- Partners 1 to 1,000, each with a quota nobody uses up; 10 customers for each, and 1,000 more for partner 1.
create function made_id(kind int, n bigint) returns uuid language sql immutable parallel safe as
    'select (''00000000-0000-7000-8'' || lpad(to_hex(kind), 3, ''0'') || ''-'' || lpad(to_hex(n), 12, ''0''))::uuid';
insert into known_partner (owner_partner_id, partner_id, type, name)
select made_id(1, n), made_id(1, n), 'DISTRIBUTOR', 'Partner ' || n from generate_series(1, 1000) n;
insert into quota (id, partner_id, owner_partner_id, state, currency, granted_minor, available_minor, live_minor,
                   effective_at, expires_at, created_at, updated_at)
select made_id(2, n), made_id(1, n), made_id(1, n), 'NORMAL', 'CNY', 1000000000000000, 1000000000000000, 0,
       '2020-01-01Z', '2100-01-01Z', '2020-01-01Z', '2020-01-01Z'
from generate_series(1, 1000) n;
insert into known_customer (customer_id, partner_id, owner_partner_id, epoch, association_type, name, active)
select made_id(3, m), made_id(1, p), made_id(1, p), 1, 'RESALE', 'Customer ' || m, true
from (select m, case when m > 10000 then 1 else (m - 1) % 1000 + 1 end as p from generate_series(1, 11000) m) c;
analyze;
