-- Partner 1 has :entries entries, one a second up to now: appropriations to 1,000 customers, one in 100 taken back.
create extension if not exists tsm_system_rows;
set session_replication_role = replica;
insert into entry (id, partner_id, owner_partner_id, transaction_id, kind, debit_account, credit_account, amount_minor,
                   currency, debit_sequence, credit_sequence, debit_balance_minor, credit_balance_minor, at)
select uuidv7(make_interval(secs => n - :entries)), made_id(1, 1), made_id(1, 1), uuidv7(),
       case when back then 'BERETRIEVE' else 'BEADJUST' end, case when back then customer else made_id(2, 1) end,
       case when back then made_id(2, 1) else customer end, 1, 'CNY', case when back then turn else n end,
       case when back then n else turn end, 1000000000000000, 1000000000000000,
       now() + make_interval(secs => n - :entries)
from (select n, n % 100 = 0 as back, made_id(5, 10001 + n % 1000) as customer, n / 1000 + 1 as turn
      from generate_series(1, :entries) n) made;
update account set entries = :entries where id = made_id(2, 1);
set session_replication_role = origin;
vacuum analyze entry;
