-- Customer 20,000 + :round of partner 1 gets :vouchers vouchers from ten quotas of his partner.
insert into quota (id, partner_id, owner_partner_id, state, currency, granted_minor, available_minor, live_minor,
                   effective_at, expires_at, created_at, updated_at)
select made_id(2, 10000 + :round * 10 + n), made_id(1, 1), made_id(1, 1), 'NORMAL', 'CNY', :vouchers * 10, 0,
       :vouchers * 10, '2020-01-01Z', '2100-01-01Z', '2020-01-01Z', '2020-01-01Z'
from generate_series(0, 9) n;
insert into known_customer (customer_id, partner_id, owner_partner_id, epoch, association_type, name, active)
values (made_id(3, 20000 + :round), made_id(1, 1), made_id(1, 1), 1, 'RESALE', 'Leaving', true);
insert into coupon (id, type, partner_id, owner_partner_id, quota_id, customer_id, epoch, association_type, face_minor,
                    balance_minor, minimum_minor, effective_at, expires_at, created_at)
select uuidv7(), 'VOUCHER', made_id(1, 1), made_id(1, 1), made_id(2, 10000 + :round * 10 + n % 10),
       made_id(3, 20000 + :round), 1, 'RESALE', 100, 100, 0, '2020-01-01Z', '2100-01-01Z', now()
from generate_series(1, :vouchers) n;
analyze coupon;
