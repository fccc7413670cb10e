-- Customers are found by parts of their names (X-10).
create extension if not exists pg_trgm;

create index known_customer_name_prefix on known_customer (partner_id, owner_partner_id, lower(customer_name) text_pattern_ops);
create index known_customer_name_part on known_customer using gin (lower(customer_name) gin_trgm_ops);

-- Customers' orders of subscriptions by the vendor's feed. A combined order stands above its sub-orders, which share its
-- fate. What was paid stands with who paid it, how, and under which model: refunds go by that.
create table customer_order (
    id                  uuid        primary key,
    partner_id          uuid        not null,
    owner_partner_id    uuid        not null,
    order_number        text        not null check (order_number ~ '^[A-Za-z0-9._~-]{1,64}$'),
    combined_id         uuid,
    feed_version        bigint      not null check (feed_version > 0),
    customer_id         uuid        not null,
    epoch               integer     not null check (epoch > 0),
    status              text        not null check (status in ('REVIEW', 'REFUND_PENDING', 'PROCESSING', 'CANCELLED',
                                        'COMPLETED', 'PENDING_PAYMENT', 'PENDING_CONFIRMATION', 'PENDING_SHIPMENT',
                                        'PENDING_RECEIPT', 'PENDING_PICKUP', 'REPLACING')),
    order_type          text        not null check (order_type in ('NEW', 'RENEWAL', 'CHANGE', 'UNSUBSCRIPTION',
                                        'TO_PAY_PER_USE', 'TO_SUBSCRIPTION', 'TRIAL', 'TRIAL_TO_COMMERCIAL',
                                        'FEE_ADJUSTMENT')),
    source_type         integer     not null check (source_type between 1 and 8),
    service_type_code   text        not null check (length(service_type_code) between 1 and 64),
    service_type_name   text        check (length(service_type_name) between 1 and 128),
    official_minor      bigint      not null,
    amount_minor        bigint      not null,
    currency            text        not null check (currency = 'CNY'),
    created_at          timestamptz not null,
    pay_before          timestamptz not null check (pay_before > created_at),
    effective_by        timestamptz,
    contract_id         text        check (length(contract_id) between 1 and 64),
    creator             text        check (length(creator) between 1 and 128),
    region              text        check (length(region) between 1 and 64),
    base_order_number   text        check (length(base_order_number) between 1 and 64),
    hardware            boolean     not null,
    failure             text        check (failure in ('CLOUD_QUOTA_INSUFFICIENT', 'CAPACITY_INSUFFICIENT',
                                        'SPECIFICATION_CHANGED', 'EFFECTIVE_TIME_PASSED')),
    cancelled_by        text        check (cancelled_by in ('CUSTOMER', 'TIMEOUT', 'VENDOR')),
    request_id          uuid,
    payment_id          uuid,
    paid_at             timestamptz,
    paid_by             text        check (paid_by in ('CUSTOMER', 'PARTNER')),
    paid_with           text        check (paid_with in ('BALANCE', 'ONLINE')),
    paid_provider       text        check (length(paid_provider) between 1 and 64),
    paid_account        uuid,
    paid_cash_minor     bigint      check (paid_cash_minor >= 0),
    paid_credit_minor   bigint      check (paid_credit_minor between 0 and paid_cash_minor),
    paid_coupon_minor   bigint      check (paid_coupon_minor >= 0),
    paid_discount_minor bigint      check (paid_discount_minor >= 0),
    paid_association    text        check (paid_association in ('ADVISORY', 'RESALE')),
    reservation_id      uuid,
    unique (partner_id, owner_partner_id, id),
    foreign key (partner_id, owner_partner_id, combined_id) references customer_order (partner_id, owner_partner_id, id),
    constraint order_amount check (order_type in ('CHANGE', 'UNSUBSCRIPTION', 'TO_PAY_PER_USE', 'FEE_ADJUSTMENT')
                                   or (amount_minor >= 0 and official_minor >= 0)),
    constraint order_paid_wholly check (num_nonnulls(payment_id, paid_at, paid_by, paid_with, paid_cash_minor,
                                   paid_credit_minor, paid_coupon_minor, paid_discount_minor, paid_association) in (0, 9)),
    constraint order_paid_amount check (paid_by is null
                                   or paid_cash_minor + paid_coupon_minor + paid_discount_minor = amount_minor),
    constraint order_paid_status check (paid_by is null or status not in ('PENDING_PAYMENT', 'REVIEW', 'CANCELLED')),
    constraint order_pending_positive check (status <> 'PENDING_PAYMENT' or amount_minor >= 0),
    constraint order_paid_account check (paid_account is null or paid_with = 'BALANCE'),
    constraint order_paid_provider check (paid_provider is null or paid_with = 'ONLINE'),
    constraint order_cancelled check (cancelled_by is null or status = 'CANCELLED')
);

create unique index customer_order_number on customer_order (lower(order_number));
create index customer_order_page on customer_order (partner_id, owner_partner_id, created_at desc, id desc)
    where combined_id is null;
create index customer_order_of_customer on customer_order (partner_id, owner_partner_id, customer_id, created_at desc, id desc)
    where combined_id is null;
create index customer_order_mine on customer_order (customer_id, created_at desc, id desc) where combined_id is null;
create index customer_order_status on customer_order (partner_id, owner_partner_id, status, created_at desc, id desc)
    where combined_id is null;
create index customer_order_paid on customer_order (partner_id, owner_partner_id, paid_at desc, id desc)
    where combined_id is null and paid_at is not null;
create index customer_order_resellers on customer_order (partner_id, created_at desc, id desc)
    where combined_id is null and owner_partner_id <> partner_id;
create index customer_order_request on customer_order (request_id) where request_id is not null;
create index customer_order_parts on customer_order (combined_id) where combined_id is not null;
create index customer_order_due on customer_order (pay_before, id)
    where status = 'PENDING_PAYMENT' and combined_id is null;

-- What an order is made of (订单资源明细). Lines of a combined order name the sub-order they are in.
create table order_line (
    id                uuid        primary key,
    partner_id        uuid        not null,
    owner_partner_id  uuid        not null,
    order_id          uuid        not null,
    line_number       text        not null check (length(line_number) between 1 and 64),
    sub_order_number  text        check (length(sub_order_number) between 1 and 64),
    service_type_code text        not null check (length(service_type_code) between 1 and 64),
    service_type_name text        check (length(service_type_name) between 1 and 128),
    product_id        text        not null check (length(product_id) between 1 and 64),
    product_spec      text        check (length(product_spec) between 1 and 256),
    resource_type     text        check (length(resource_type) between 1 and 64),
    period_type       integer     check (period_type between 0 and 5),
    period_num        integer     check (period_num > 0),
    quantity          integer     not null check (quantity > 0),
    official_minor    bigint      not null,
    amount_minor      bigint      not null,
    effective_at      timestamptz,
    expires_at        timestamptz,
    strictly_selected boolean     not null,
    marketplace       boolean     not null,
    foreign key (partner_id, owner_partner_id, order_id) references customer_order (partner_id, owner_partner_id, id),
    unique (order_id, line_number)
);

create index order_line_page on order_line (partner_id, owner_partner_id, id desc);
create index order_line_expiry on order_line (partner_id, owner_partner_id, expires_at);

-- Discounts of an order, line by line. One that is fixed is in the prices already and stands (ORD-17); of the others the
-- payer may choose one, which lowers what he pays.
create table order_discount (
    partner_id       uuid    not null,
    owner_partner_id uuid    not null,
    order_id         uuid    not null,
    discount_id      text    not null check (length(discount_id) between 1 and 64),
    discount_type    integer not null check (discount_type in (0, 1, 2, 3, 609)),
    discount_value   text    check (length(discount_value) between 1 and 64),
    mode             integer not null check (mode in (0, 1, 2)),
    ratio            numeric(7, 6) check (ratio between 0 and 1),
    line_number      text    not null,
    amount_minor     bigint  not null check (amount_minor >= 0),
    primary key (order_id, discount_id, line_number),
    foreign key (partner_id, owner_partner_id, order_id) references customer_order (partner_id, owner_partner_id, id),
    foreign key (order_id, line_number) references order_line (order_id, line_number)
);

-- Customers ask their partner to pay (代付). A request is decided once: paying and rejecting exclude each other (I-26).
create table pay_on_behalf (
    id               uuid        primary key,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    order_id         uuid        not null,
    customer_id      uuid        not null,
    epoch            integer     not null check (epoch > 0),
    association_type text        not null check (association_type in ('ADVISORY', 'RESALE')),
    state            text        not null check (state in ('PENDING', 'PAID', 'REJECTED', 'SELF_PAID', 'CANCELLED',
                                     'EXPIRED', 'FAILED')),
    requested_at     timestamptz not null,
    requested_by     text        not null check (length(requested_by) between 1 and 256),
    reason           text        check (length(reason) between 1 and 256),
    decided_at       timestamptz check (decided_at >= requested_at),
    decided_by       text        check (length(decided_by) between 1 and 256),
    unique (partner_id, owner_partner_id, id),
    foreign key (partner_id, owner_partner_id, order_id) references customer_order (partner_id, owner_partner_id, id),
    constraint pay_on_behalf_decided check ((state = 'PENDING') = (decided_at is null)),
    constraint pay_on_behalf_reason check ((state in ('REJECTED', 'FAILED')) = (reason is not null))
);

create unique index pay_on_behalf_one_open on pay_on_behalf (order_id) where state = 'PENDING';
create unique index pay_on_behalf_one_paid on pay_on_behalf (order_id) where state in ('PAID', 'SELF_PAID');
create index pay_on_behalf_open on pay_on_behalf (partner_id, owner_partner_id, customer_id) where state = 'PENDING';
create index pay_on_behalf_of_order on pay_on_behalf (order_id, id);

alter table customer_order add foreign key (partner_id, owner_partner_id, request_id)
    references pay_on_behalf (partner_id, owner_partner_id, id);

create function pay_on_behalf_decided_once() returns trigger language plpgsql as $$
begin
    if old.state <> 'PENDING'
       or (new.id, new.order_id, new.customer_id, new.requested_at)
          is distinct from (old.id, old.order_id, old.customer_id, old.requested_at) then
        raise exception 'a request is decided once' using errcode = 'check_violation',
            constraint = 'pay_on_behalf_decided_once';
    end if;
    return new;
end
$$;

create trigger pay_on_behalf_decided_once before update on pay_on_behalf
    for each row execute function pay_on_behalf_decided_once();

-- Attempts to pay. With coupons it takes several steps: OPEN until the money moved (PAID), SETTLED once the coupons are
-- used, too; given up by RELEASING the coupons, then FAILED. An order is paid once, by whomever (I-24).
create table order_payment (
    id               uuid        primary key,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    order_id         uuid        not null,
    customer_id      uuid        not null,
    request_id       uuid,
    payer            text        not null check (payer in ('CUSTOMER', 'PARTNER')),
    method           text        not null check (method in ('BALANCE', 'ONLINE')),
    provider         text        check (length(provider) between 1 and 64),
    state            text        not null check (state in ('OPEN', 'RELEASING', 'FAILED', 'PAID', 'SETTLED')),
    payable_minor    bigint      not null,
    discount_id      text        check (length(discount_id) between 1 and 64),
    coupons          uuid[]      not null check (cardinality(coupons) <= 20),
    reservation_id   uuid,
    failure          text        check (length(failure) between 1 and 64),
    operator         text        not null check (length(operator) between 1 and 256),
    command          text        check (length(command) between 1 and 2000),
    fingerprint      bytea,
    started_at       timestamptz not null,
    changed_at       timestamptz not null check (changed_at >= started_at),
    foreign key (partner_id, owner_partner_id, order_id) references customer_order (partner_id, owner_partner_id, id),
    constraint order_payment_provider check (provider is null or method = 'ONLINE'),
    constraint order_payment_command check ((command is null) = (fingerprint is null))
);

create unique index order_payment_one_success on order_payment (order_id) where state in ('PAID', 'SETTLED');
create unique index order_payment_one_open on order_payment (order_id) where state in ('OPEN', 'RELEASING');
create unique index order_payment_once on order_payment (command) where state in ('OPEN', 'PAID', 'SETTLED');
create index order_payment_unfinished on order_payment (changed_at, id) where state in ('OPEN', 'RELEASING', 'PAID');
