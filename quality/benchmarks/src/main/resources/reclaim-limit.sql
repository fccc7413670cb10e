with back as (
    update coupon
       set reclaimed_minor = balance_minor, balance_minor = 0, reclaimed_at = now(), version = version + 1
     where customer_id = made_id(3, 20000 + :round) and reclaimed_at is null and balance_minor > 0
    returning id, partner_id, owner_partner_id, quota_id, customer_id, epoch, reclaimed_minor),
ended as (
    update known_customer set active = false where customer_id = made_id(3, 20000 + :round)),
total as (
    select quota_id, sum(reclaimed_minor) as amount from back group by quota_id),
returned as (
    update quota q
       set available_minor = available_minor + t.amount, live_minor = live_minor - t.amount,
           last_sequence = last_sequence + 1, updated_at = now()
      from total t where q.id = t.quota_id
    returning q.id, q.last_sequence, t.amount, q.available_minor),
journal as (
    insert into quota_journal (quota_id, sequence, kind, source, target, amount_minor, available_minor, at)
    select id, last_sequence, 'RECLAIMED', 'LIVE', 'AVAILABLE', amount, available_minor, now() from returned),
record as (
    insert into operation_record (id, coupon_type, partner_id, owner_partner_id, operation_type, quota_id, coupon_id,
                                  customer_id, epoch, amount_minor, succeeded, operator, at)
    select uuidv7(), 'VOUCHER', partner_id, owner_partner_id, 3, quota_id, id, customer_id, epoch, reclaimed_minor, true,
           'system', now()
    from back)
insert into outbox (id, lane, key, sequence, topic, type, partner_id, payload, occurred_at)
select uuidv7(), 0, made_id(3, 20000 + :round), chunk + 1, 'coupon.events', 'vouchers.reclaimed.v1', made_id(1, 1),
       json_agg(json_build_object('voucherId', id, 'quotaId', quota_id,
                                  'amount', json_build_object('amount', '1.00', 'currency', 'CNY')))::text, now()
from (select b.*, (row_number() over () - 1) / 500 as chunk from back b) b
group by chunk
