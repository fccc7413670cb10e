-- Partner 1 has 1,000 customers since long ago, named account-1 to account-1000, with 50 account managers.
create function made_id(kind int, n bigint) returns uuid language sql immutable parallel safe as
    'select (''00000000-0000-7000-8'' || lpad(to_hex(kind), 3, ''0'') || ''-'' || lpad(to_hex(n), 12, ''0''))::uuid';
insert into known_partner (id, partner_id, type, name)
values (made_id(1, 1), made_id(1, 1), 'DISTRIBUTOR', 'Partner 1');
insert into customer_link (customer_id, epoch, partner_id, owner_partner_id, association_type, valid_from)
select made_id(3, n), 1, made_id(1, 1), made_id(1, 1), 'RESALE', '2024-01-01T00:00:00Z' from generate_series(1, 1000) n;
insert into customer_assignment (customer_id, partner_id, owner_partner_id, account_manager_id, valid_from, performance_from)
select made_id(3, n), made_id(1, 1), made_id(1, 1), made_id(4, n % 50 + 1), '2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z'
from generate_series(1, 1000) n where n % 10 <> 0;
insert into sub_account (id, customer_id) select 'account-' || n, made_id(3, n) from generate_series(1, 1000) n;
analyze;
