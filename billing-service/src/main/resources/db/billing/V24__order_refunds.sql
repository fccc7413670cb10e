-- What of each payment has come back: never more than was paid, in money, credit and coupons each (I-17, I-25).
alter table customer_order
    add column refunded_cash_minor   bigint not null default 0,
    add column refunded_credit_minor bigint not null default 0,
    add column refunded_coupon_minor bigint not null default 0,
    add constraint order_refunded_cash
        check (refunded_cash_minor between 0 and coalesce(paid_cash_minor, 0)),
    add constraint order_refunded_credit
        check (refunded_credit_minor between 0 and least(refunded_cash_minor, coalesce(paid_credit_minor, 0))),
    add constraint order_refunded_coupons
        check (refunded_coupon_minor between 0 and coalesce(paid_coupon_minor, 0));

-- Refunds by the vendor's feed, each once by its reference. Large unsubscriptions wait for an approval (ORD-16); where
-- partners settle by the month they wait for its end. Who gets the money is decided as it is settled (8.6).
create table order_refund (
    id                  uuid        primary key,
    partner_id          uuid        not null,
    owner_partner_id    uuid        not null,
    reference           text        not null unique check (length(reference) between 1 and 64),
    refund_order_number text        not null check (length(refund_order_number) between 1 and 64),
    order_id            uuid        not null,
    base_order_number   text        not null check (length(base_order_number) between 1 and 64),
    customer_id         uuid        not null,
    cause               text        not null check (cause in ('NO_REASON', 'UNSUBSCRIPTION', 'DOWNGRADE', 'REVERSAL')),
    cash_minor          bigint      not null check (cash_minor >= 0),
    credit_minor        bigint      not null check (credit_minor between 0 and cash_minor),
    coupon_minor        bigint      not null check (coupon_minor >= 0),
    currency            text        not null check (currency = 'CNY'),
    service_type_code   text        not null check (length(service_type_code) between 1 and 64),
    service_type_name   text        check (length(service_type_name) between 1 and 128),
    resource_type_code  text        check (length(resource_type_code) between 1 and 64),
    resource_type_name  text        check (length(resource_type_name) between 1 and 128),
    region_code         text        check (length(region_code) between 1 and 64),
    state               text        not null check (state in ('AWAITING_APPROVAL', 'SCHEDULED', 'AT_PROVIDER', 'DONE', 'REJECTED')),
    destination         text        check (destination in ('CUSTOMER_ACCOUNT', 'ORIGINAL_ROUTE', 'PARTNER_ACCOUNT')),
    expected_by         date,
    approve_by          timestamptz,
    settle_at           timestamptz,
    told_at             timestamptz not null,
    finished_at         timestamptz check (finished_at >= told_at),
    reason              text        check (length(reason) between 1 and 256),
    unique (partner_id, owner_partner_id, id),
    foreign key (partner_id, owner_partner_id, order_id) references customer_order (partner_id, owner_partner_id, id),
    constraint order_refund_amount check (cash_minor + coupon_minor > 0),
    constraint order_refund_finished check ((finished_at is not null) = (state in ('DONE', 'REJECTED'))),
    constraint order_refund_destination check ((destination is not null) = (state in ('AT_PROVIDER', 'DONE'))),
    constraint order_refund_approval check (state <> 'AWAITING_APPROVAL' or approve_by is not null),
    constraint order_refund_schedule check (state <> 'SCHEDULED' or settle_at is not null)
);

create index order_refund_page on order_refund (partner_id, owner_partner_id, id desc);
create index order_refund_state on order_refund (state, id desc);
create index order_refund_of_order on order_refund (lower(base_order_number), id desc);
create index order_refund_of_refund_order on order_refund (lower(refund_order_number), id desc);
create index order_refund_of_customer on order_refund (customer_id, id desc);
create index order_refund_due on order_refund (id) where state in ('SCHEDULED', 'AWAITING_APPROVAL');

create function order_refund_moves_forward() returns trigger language plpgsql as $$
begin
    if (new.id, new.order_id, new.reference, new.cash_minor, new.credit_minor, new.coupon_minor)
       is distinct from (old.id, old.order_id, old.reference, old.cash_minor, old.credit_minor, old.coupon_minor)
       or (old.state, new.state) not in (('AWAITING_APPROVAL', 'SCHEDULED'), ('AWAITING_APPROVAL', 'AT_PROVIDER'),
                                         ('AWAITING_APPROVAL', 'DONE'), ('AWAITING_APPROVAL', 'REJECTED'),
                                         ('SCHEDULED', 'SCHEDULED'), ('SCHEDULED', 'DONE'),
                                         ('SCHEDULED', 'AT_PROVIDER'), ('AT_PROVIDER', 'DONE'))
    then
        raise exception 'a refund cannot go from % to %', old.state, new.state using errcode = 'check_violation',
            constraint = 'order_refund_moves_forward';
    end if;
    return new;
end
$$;

create trigger order_refund_moves_forward before update on order_refund
    for each row execute function order_refund_moves_forward();
create trigger order_refund_kept before delete or truncate on order_refund
    for each statement execute function refuse_change();

-- What coupons get back by a refund; coupon-service is told once the refund is settled, until it has answered (USE-07).
create table order_refund_coupon (
    refund_id    uuid        not null references order_refund (id),
    coupon_id    uuid        not null,
    amount_minor bigint      not null check (amount_minor > 0),
    state        text        not null default 'WAITING' check (state in ('WAITING', 'PENDING', 'RETURNED', 'REFUSED')),
    due_at       timestamptz,
    fate         text        check (length(fate) between 1 and 32),
    refusal      text        check (length(refusal) between 1 and 64),
    primary key (refund_id, coupon_id),
    constraint order_refund_coupon_due check ((state = 'PENDING') = (due_at is not null)),
    constraint order_refund_coupon_refused check ((state = 'REFUSED') = (refusal is not null))
);

create index order_refund_coupon_due on order_refund_coupon (due_at) where state = 'PENDING';
