-- Letters also tell customers that their partner paid an order.
alter table notice add column order_number text check (length(order_number) between 1 and 64);
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check
    check (kind in ('COUPON_RECEIVED', 'COUPONS_RECLAIMED', 'LINK_ENDED', 'COUPONS_EXPIRING', 'QUOTA_GRANTED',
                    'QUOTA_EXPIRING', 'BALANCE_LOW', 'ORDER_PAID'));
alter table notice add constraint notice_order check ((kind = 'ORDER_PAID') = (order_number is not null));
