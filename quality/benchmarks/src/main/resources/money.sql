-- Partners 1 to 1,000, each with cash nobody uses up; 10 customers for each, and 1,000 more for partner 1.
create function made_id(kind int, n bigint) returns uuid language sql immutable parallel safe as
    'select (''00000000-0000-7000-8'' || lpad(to_hex(kind), 3, ''0'') || ''-'' || lpad(to_hex(n), 12, ''0''))::uuid';
create function partner_of(customer int) returns int language sql immutable parallel safe as
    'select case when customer > 10000 then 1 else (customer - 1) % 1000 + 1 end';
insert into known_partner (id, partner_id, type, name)
select made_id(1, n), made_id(1, n), 'DISTRIBUTOR', 'Partner ' || n from generate_series(1, 1000) n;
insert into account (id, partner_id, owner_partner_id, owner_kind, holder_id, type, currency, balance_minor, overdrawable)
select made_id(2, n), made_id(1, n), made_id(1, n), 'PARTNER', made_id(1, n), 'CASH', 'CNY', 1000000000000000, false
from generate_series(1, 1000) n;
insert into known_customer (customer_id, partner_id, owner_partner_id, epoch, association_type, active, customer_name)
select made_id(3, m), made_id(1, partner_of(m)), made_id(1, partner_of(m)), 1, 'RESALE', true, 'Customer ' || m
from generate_series(1, 11000) m;
insert into account (id, partner_id, owner_partner_id, owner_kind, holder_id, type, currency, overdrawable)
select made_id(5, m), made_id(1, partner_of(m)), made_id(1, partner_of(m)), 'CUSTOMER', made_id(3, m), 'CASH', 'CNY', false
from generate_series(1, 11000) m;
analyze;
