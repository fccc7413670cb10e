-- What of a coupon is held for an order that is not paid yet: only the needed amount (USE-05). As long as a payment of the
-- order runs, nothing voids the lock; else the end of the coupon does (REC-06). coupon.locked_minor is their sum.
create table coupon_lock (
    coupon_id    uuid        not null references coupon,
    order_id     varchar(64) not null,
    partner_id   uuid        not null,
    amount_minor bigint      not null check (amount_minor > 0),
    paying       boolean     not null default false,
    locked_at    timestamptz not null,
    primary key (coupon_id, order_id)
);

create index coupon_lock_of_order on coupon_lock (order_id);

alter table coupon add column last_order_id varchar(64); -- the order it was last used for

-- VOU-12: while customer or partner are frozen, nothing is reserved and no payment begins.
alter table known_customer add column frozen boolean not null default false;
alter table known_partner
    add column status text not null default 'NORMAL' check (status in ('NORMAL', 'RESTRICTED', 'FROZEN'));

-- Coupons picked for an order (USE-01). An order has one reservation at a time, and never another once it was paid; a
-- released or expired one makes room for the next.
create table reservation (
    id            uuid        primary key,
    order_id      varchar(64) not null,
    request_id    varchar(64) not null,
    customer_id   uuid        not null,
    state         text        not null check (state in ('RESERVED', 'PAYING', 'USED', 'RELEASED', 'EXPIRED')),
    payable_minor bigint      not null check (payable_minor >= 0),
    total_minor   bigint      not null default 0 check (total_minor >= 0),
    content       varchar(64) not null, -- digest of what was asked for: tells a repeat from another request
    created_at    timestamptz not null,
    expires_at    timestamptz not null check (expires_at > created_at),
    changed_at    timestamptz not null check (changed_at >= created_at),
    version       integer     not null default 1 check (version > 0),
    unique (order_id, request_id),
    check (total_minor <= payable_minor)
);

create unique index reservation_of_order on reservation (order_id) where state in ('RESERVED', 'PAYING', 'USED');
create index reservation_due on reservation (expires_at, id) where state = 'RESERVED';

create table reservation_line (
    reservation_id uuid   not null references reservation,
    coupon_id      uuid   not null references coupon,
    partner_id     uuid   not null,
    coupon_type    text   not null check (coupon_type in ('VOUCHER', 'CASH_COUPON')),
    amount_minor   bigint not null check (amount_minor > 0),
    returned_minor bigint not null default 0 check (returned_minor >= 0),
    primary key (reservation_id, coupon_id),
    check (returned_minor <= amount_minor)
);

create unique index reservation_has_one_voucher on reservation_line (reservation_id) where coupon_type = 'VOUCHER';

-- What paid orders took from coupons and what refunds gave back; their sum is what is used of a coupon (I-05).
create table redemption (
    id           uuid        primary key,
    coupon_id    uuid        not null references coupon,
    partner_id   uuid        not null,
    coupon_type  text        not null check (coupon_type in ('VOUCHER', 'CASH_COUPON')),
    customer_id  uuid        not null,
    order_id     varchar(64) not null,
    request_id   varchar(64) not null,
    kind         text        not null check (kind in ('USED', 'RETURNED')),
    cause        text        check (cause in ('NO_REASON', 'UNSUBSCRIPTION', 'REVERSAL')), -- of a return
    amount_minor bigint      not null check (amount_minor > 0),
    fate         text        check (fate in ('USABLE', 'RECLAIMED', 'EXPIRED')), -- of what was returned
    at           timestamptz not null,
    unique (coupon_id, order_id, request_id),
    check ((fate is null) = (kind = 'USED')),
    check ((cause is null) = (kind = 'USED')),
    check (cause is distinct from 'UNSUBSCRIPTION' or coupon_type = 'CASH_COUPON') -- USE-07
);

create unique index redemption_used_once on redemption (coupon_id, order_id) where kind = 'USED';
create index redemption_of_coupon on redemption (coupon_id, id desc);
create index redemption_of_order on redemption (lower(order_id), coupon_id);

create trigger redemption_append_only before update or delete on redemption
    for each row execute function refuse_change();
