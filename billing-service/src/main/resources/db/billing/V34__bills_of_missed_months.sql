-- The first month a partner that settles monthly is billed for: no later one is left out, no earlier one made up for (BIL-01).
alter table billing_terms add first_cycle integer check (first_cycle between 200001 and 999912);
update billing_terms
set first_cycle = cast(to_char(told_at at time zone 'Asia/Shanghai' - interval '1 month', 'YYYYMM') as integer);
alter table billing_terms alter first_cycle set not null;
