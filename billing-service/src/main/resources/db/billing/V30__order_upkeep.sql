-- Requests for orders that should have taken effect already (ORD-12).
create index customer_order_overdue on customer_order (effective_by, id)
    where status = 'PENDING_PAYMENT' and combined_id is null and effective_by is not null;

-- Who saw personal data in clear, append-only (X-03).
create table reveal_record (
    id               uuid        primary key,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    resource         varchar(64) not null,
    columns          text[]      not null check (cardinality(columns) between 1 and 20),
    row_ids          uuid[]      not null check (cardinality(row_ids) between 1 and 100),
    revealed_by      text        not null,
    member_id        uuid,
    revealed_at      timestamptz not null,
    trace_id         text
);

create index reveal_record_of_owner on reveal_record (owner_partner_id, id desc);

create trigger reveal_record_append_only before update or delete on reveal_record
    for each row execute function refuse_change();

-- What the customer has a special VAT invoice of is not unsubscribed if his partner paid it for him (ORD-15).
alter table customer_order add column special_vat_invoice boolean not null default false;

-- Exports of order lines (ORD-04, X-04): what the caller sees, written part by part, kept for some days.
create table order_line_export (
    id                uuid        primary key,
    partner_id        uuid        not null,
    owner_partner_id  uuid        not null,
    lines_owner_id    uuid        not null,
    scope             text        not null check (scope in ('OWN', 'TEAM', 'ALL')),
    member_id         uuid,
    customer_name     text        check (length(customer_name) between 1 and 128),
    order_number      text        check (length(order_number) between 1 and 64),
    service_type_code text        check (length(service_type_code) between 1 and 64),
    order_type        text,
    status            text,
    expires_from      timestamptz,
    expires_to        timestamptz check (expires_to > expires_from),
    chinese           boolean     not null,
    operator          text        not null check (length(operator) between 1 and 256),
    state             text        not null check (state in ('RUNNING', 'DONE', 'EXPIRED')),
    total             integer     not null check (total >= 0),
    done              integer     not null default 0 check (done >= 0),
    parts             integer     not null default 0 check (parts >= 0),
    position          uuid,
    created_at        timestamptz not null,
    finished_at       timestamptz,
    check (scope = 'ALL' or member_id is not null),
    check ((expires_from is null) = (expires_to is null)),
    check ((state = 'RUNNING') = (finished_at is null))
);

create index order_line_export_page on order_line_export (owner_partner_id, id);
create index order_line_export_open on order_line_export (state, id) where state <> 'EXPIRED';

create table order_line_export_part (
    export_id uuid    not null references order_line_export (id),
    part      integer not null check (part >= 0),
    content   bytea   not null,
    primary key (export_id, part)
);

-- How an order was paid stays as it was paid: refunds go by that (I-24, 8.6).
create function order_paid_once() returns trigger language plpgsql as $$
begin
    if (new.payment_id, new.paid_at, new.paid_by, new.paid_with, new.paid_account, new.paid_cash_minor,
        new.paid_credit_minor, new.paid_coupon_minor, new.paid_discount_minor, new.paid_association)
       is distinct from (old.payment_id, old.paid_at, old.paid_by, old.paid_with, old.paid_account, old.paid_cash_minor,
                         old.paid_credit_minor, old.paid_coupon_minor, old.paid_discount_minor, old.paid_association) then
        raise exception 'an order is paid once' using errcode = 'check_violation', constraint = 'order_paid_once';
    end if;
    return new;
end
$$;

create trigger order_paid_once before update on customer_order
    for each row when (old.payment_id is not null) execute function order_paid_once();

-- Payments go forward, and what they are about stays.
create function order_payment_moves_forward() returns trigger language plpgsql as $$
begin
    if (new.id, new.order_id, new.payer, new.method, new.payable_minor, new.coupons)
       is distinct from (old.id, old.order_id, old.payer, old.method, old.payable_minor, old.coupons)
       or (new.state <> old.state and (old.state, new.state) not in (('OPEN', 'RELEASING'), ('OPEN', 'FAILED'),
                                          ('OPEN', 'PAID'), ('OPEN', 'SETTLED'), ('RELEASING', 'FAILED'),
                                          ('PAID', 'SETTLED'))) then
        raise exception 'a payment cannot go from % to %', old.state, new.state using errcode = 'check_violation',
            constraint = 'order_payment_moves_forward';
    end if;
    return new;
end
$$;

create trigger order_payment_moves_forward before update on order_payment
    for each row execute function order_payment_moves_forward();
