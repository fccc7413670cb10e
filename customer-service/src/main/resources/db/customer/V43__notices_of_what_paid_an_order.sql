-- Letters tell what the partner paid in money apart from what coupons paid, count no coupons of an order, and tell that
-- the partner declined to pay it, and why.
alter table notice add column order_coupons_minor bigint check (order_coupons_minor >= 0);
alter table notice add column reason text check (length(reason) between 1 and 256);
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check
    check (kind in ('COUPON_RECEIVED', 'COUPONS_RECLAIMED', 'LINK_ENDED', 'COUPONS_EXPIRING', 'QUOTA_GRANTED',
                    'QUOTA_EXPIRING', 'BALANCE_LOW', 'ORDER_PAID', 'PAYMENT_DECLINED'));
alter table notice drop constraint notice_order;
alter table notice add constraint notice_order
    check ((kind in ('ORDER_PAID', 'PAYMENT_DECLINED')) = (order_number is not null));
alter table notice alter column coupons drop not null;
update notice set coupons = null where order_number is not null;
alter table notice add constraint notice_coupons check ((coupons is null) = (order_number is not null));
alter table notice alter column amount_minor drop not null;
alter table notice add constraint notice_amount check ((amount_minor is null) = (kind = 'PAYMENT_DECLINED'));
alter table notice add constraint notice_reason check ((reason is not null) = (kind = 'PAYMENT_DECLINED'));
