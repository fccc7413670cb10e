insert into known_member (member_id, partner_id, owner_partner_id, login_name, display_name, account_manager, supervisor_id, active)
select ('00000000-0000-7000-8000-0000000a' || lpad(to_hex(i), 4, '0'))::uuid, '00000000-0000-7000-8000-000000000001',
       '00000000-0000-7000-8000-000000000001', 'manager-' || i, 'Manager ' || i, true,
       case when i between 40 and 59 then '00000000-0000-7000-8000-0000000b0001'::uuid end, true
from generate_series(0, 199) i;

insert into customer (id, issuer, subject, account_name, customer_name, customer_type, verified_status, email, mobile,
                      frozen, freeze_reason, created_at)
select (substr(t, 1, 8) || '-' || substr(t, 9, 4) || '-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid,
       'https://id.example', i::text, substr(md5(i::text), 1, 10) || '-' || i,
       (array['北京','上海','广州','深圳','杭州','成都','武汉','西安','南京','苏州'])[1 + abs(hashint4(i)) % 10]
           || chr(20000 + abs(hashint4(i * 7)) % 3000) || chr(20000 + abs(hashint4(i * 13)) % 3000)
           || (array['科技','贸易','网络','医疗','教育'])[1 + abs(hashint4(i * 3)) % 5] || '有限公司',
       1, case when i % 10 < 8 then 2 else -1 end, 'user' || i || '@customer' || i % 1000 || '.example',
       '+86138' || lpad(i::text, 8, '0'), case when i % 100 = 0 then 1 when i % 1000 = 1 then 2 else 0 end,
       case when i % 100 = 0 or i % 1000 = 1 then 'PARTNER' end,
       timestamptz '2025-01-01' + i * interval '10 seconds'
from (select i, lpad(to_hex(1735689600000 + i::bigint * 10000), 12, '0') as t
      from generate_series(1, :n + :n / 10) i) s;

insert into association (id, partner_id, owner_partner_id, customer_id, epoch, association_type, account_manager_id,
                         associated_at)
select id, owner, owner, id, 1, case when abs(hashint4(i)) % 2 = 0 then 'RESALE' else 'ADVISORY' end,
       case when abs(hashint4(i * 5)) % 10 < 8 then
           ('00000000-0000-7000-8000-0000000a'
               || lpad(to_hex(floor(200 * power(abs(hashint4(i * 11)) % 10000 / 10000.0, 2))::int), 4, '0'))::uuid end,
       created_at
from (select id, subject::int as i, created_at,
             (case when subject::int % 11 = 0
                   then '00000000-0000-7000-8000-00000001' || lpad(to_hex(subject::int % 50), 4, '0')
                   else '00000000-0000-7000-8000-000000000001' end)::uuid as owner
      from customer) c;

insert into account_facts (account_id, account_name, month_expenditure_minor, currency, expenditure_as_of,
                           resources_expire_at, flags, as_of)
select id, account_name, abs(hashint4(subject::int * 17)) % 10000000, 'CNY', clock_timestamp(),
       timestamptz '2030-01-01' + abs(hashint4(subject::int * 19)) % 365 * interval '1 day',
       case abs(hashint4(subject::int * 23)) % 100 when 0 then '{"ARREARS": true}'::jsonb
            else '{"ARREARS": false}' end, clock_timestamp()
from customer where subject::int % 10 < 7;

insert into customer_label (partner_id, owner_partner_id, customer_id, label)
select a.partner_id, a.owner_partner_id, c.id,
       case when subject::int % 10 = 0 then 'VIP' else 'tag-' || abs(hashint4(subject::int * 29)) % 1000 end
from customer c join association a on a.customer_id = c.id where subject::int % 10 < 5;

analyze;
