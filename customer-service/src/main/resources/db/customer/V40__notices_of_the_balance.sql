-- Letters also tell partners that their balance is low.
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check
    check (kind in ('COUPON_RECEIVED', 'COUPONS_RECLAIMED', 'LINK_ENDED', 'COUPONS_EXPIRING', 'QUOTA_GRANTED',
                    'QUOTA_EXPIRING', 'BALANCE_LOW'));
alter table notice drop constraint notice_check;
alter table notice add constraint notice_check
    check ((kind in ('QUOTA_GRANTED', 'QUOTA_EXPIRING', 'BALANCE_LOW')) = (customer_id is null));
