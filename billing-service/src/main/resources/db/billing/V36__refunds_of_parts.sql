-- What was paid for each part of a combined order, and how much of that has come back: never more (ORD-14, I-25).
alter table customer_order
    add column part_paid_minor     bigint check (part_paid_minor >= 0),
    add column refunded_part_minor bigint not null default 0;

with refunded as (
    select lower(r.base_order_number) as number,
           sum(r.cash_minor + r.coupon_minor
               - coalesce((select sum(c.amount_minor) from order_refund_coupon c
                           where c.refund_id = r.id and c.state = 'REFUSED'), 0)) as minor
    from order_refund r
    where r.state <> 'REJECTED'
    group by lower(r.base_order_number)),
price as (
    select p.id, coalesce(r.minor, 0) as refunded, p.amount_minor - coalesce((
               select sum(d.amount_minor)
               from order_payment y
               join order_discount d on d.order_id = y.order_id and d.discount_id = y.discount_id
                                    and d.discount_type not in (3, 609)
               join order_line l on l.order_id = d.order_id and l.line_number = d.line_number
               where y.id = w.payment_id and l.sub_order_number = p.order_number), 0) as minor
    from customer_order p
    join customer_order w on w.id = p.combined_id
    left join refunded r on r.number = lower(p.order_number)
    where w.payment_id is not null)
update customer_order o
set part_paid_minor = greatest(p.minor, p.refunded, 0), refunded_part_minor = p.refunded
from price p
where o.id = p.id;

alter table customer_order
    add constraint order_part_paid check (part_paid_minor is null or combined_id is not null),
    add constraint order_refunded_part check (refunded_part_minor between 0 and coalesce(part_paid_minor, 0));

create trigger order_part_paid_once before update of part_paid_minor on customer_order
    for each row when (old.part_paid_minor is not null and new.part_paid_minor is distinct from old.part_paid_minor)
    execute function refuse_change();
