-- Letters about coupons (to their customer) and quotas (to the partner's people). mail_due_at stands while the mail is
-- still to be sent; all of one reader's are sent as one once the first is due.
create table notice (
    id               uuid        primary key,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    customer_id      uuid,
    kind             text        not null check (kind in ('COUPON_RECEIVED', 'COUPONS_RECLAIMED', 'LINK_ENDED',
                                                          'COUPONS_EXPIRING', 'QUOTA_GRANTED', 'QUOTA_EXPIRING')),
    coupon_type      text        check (coupon_type in ('VOUCHER', 'CASH_COUPON')),
    amount_minor     bigint      not null check (amount_minor >= 0),
    currency         char(3)     not null check (currency = 'CNY'),
    coupons          bigint      not null check (coupons > 0),
    effective_at     timestamptz,
    expires_at       timestamptz,
    created_at       timestamptz not null,
    mail_due_at      timestamptz,
    check ((kind in ('QUOTA_GRANTED', 'QUOTA_EXPIRING')) = (customer_id is null))
);

create index notice_of_customer on notice (customer_id, id desc) where customer_id is not null;
create index notice_of_partner on notice (owner_partner_id, id desc) where customer_id is null;
create index notice_due on notice (mail_due_at) where mail_due_at is not null;
create index notice_collected on notice (owner_partner_id, customer_id) where mail_due_at is not null;
create index notice_age on notice (created_at);
