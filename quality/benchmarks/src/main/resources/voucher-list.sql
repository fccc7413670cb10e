-- Partner 1 has :vouchers vouchers of 200 quotas and 1,000 customers, issued one a second up to now; a tenth as many belong
-- to others. The older half has expired, a tenth was reclaimed, a fifth used up, one in 1,000 is to begin later.
create extension if not exists tsm_system_rows;
set session_replication_role = replica;
insert into quota (id, partner_id, owner_partner_id, state, currency, granted_minor, available_minor, live_minor,
                   effective_at, expires_at, created_at, updated_at)
select made_id(2, 10000 + n), made_id(1, 1), made_id(1, 1), 'NORMAL', 'CNY', 1000000000, 1000000000, 0,
       '2000-01-01Z', '2100-01-01Z', '2020-01-01Z', '2020-01-01Z'
from generate_series(0, 199) n;
insert into coupon (id, type, partner_id, owner_partner_id, quota_id, customer_id, epoch, association_type, face_minor,
                    balance_minor, used_minor, reclaimed_minor, expired_minor, minimum_minor, effective_at, expires_at,
                    created_at, reclaimed_at, expired_at)
select id, 'VOUCHER', partner, partner, made_id(2, 10000 + n % 200), made_id(3, 10001 + n % 1000), 1, 'RESALE', 100,
       case when kind in ('LIVE', 'INACTIVE') then 100 else 0 end, case when kind = 'USED' then 100 else 0 end,
       case when kind = 'RECLAIMED' then 100 else 0 end, case when kind = 'EXPIRED' then 100 else 0 end, 0,
       case when kind = 'INACTIVE' then timestamptz '2099-01-01Z' else at end,
       case when kind = 'EXPIRED' then at + interval '1 second' else timestamptz '2100-01-01Z' end, at,
       case when kind = 'RECLAIMED' then at end, case when kind = 'EXPIRED' then at + interval '1 second' end
from (select n, uuidv7(make_interval(secs => n - :vouchers * 11 / 10)) as id, now() + make_interval(secs => n - :vouchers * 11 / 10 - 2) as at,
             case when n % 11 = 10 then made_id(1, n % 999 + 2) else made_id(1, 1) end as partner,
             case when n < :vouchers / 2 then 'EXPIRED' when n % 10 = 0 then 'RECLAIMED' when n % 5 = 1 then 'USED'
                  when n % 1000 = 2 then 'INACTIVE' else 'LIVE' end as kind
      from generate_series(1, :vouchers * 11 / 10) n) made;
set session_replication_role = origin;
vacuum analyze coupon;
