-- The vendor's feed names each owed invoice once; one that follows from a refund has the refund's reference.
alter table owed_invoice add column reference text check (length(reference) between 1 and 64);
create unique index owed_invoice_reference on owed_invoice (owner_partner_id, reference);
create index owed_invoice_number on owed_invoice (owner_partner_id, invoice_number) where offset_minor < amount_minor;

-- Why an owed invoice is owed no more: the invoice came back, or an invoiceable amount of the same rate took its place.
create table owed_invoice_offset (
    id               uuid        primary key,
    owed_invoice_id  uuid        not null,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    means            text        not null check (means in ('INVOICE_RETURNED', 'INVOICEABLE_AMOUNT')),
    source_id        uuid        not null, -- the invoice, or the order
    amount_minor     bigint      not null check (amount_minor > 0),
    operator         text        not null,
    at               timestamptz not null,
    foreign key (partner_id, owner_partner_id, owed_invoice_id) references owed_invoice (partner_id, owner_partner_id, id)
);

create index owed_invoice_offset_of on owed_invoice_offset (owed_invoice_id, id);
create index owed_invoice_offset_source on owed_invoice_offset (source_id, id);

create trigger owed_invoice_offset_append_only before update or delete or truncate on owed_invoice_offset
    for each statement execute function refuse_change();

-- Invoices that the vendor issues to partners, from the request on.
create table invoice (
    id               uuid          primary key,
    partner_id       uuid          not null,
    owner_partner_id uuid          not null,
    state            text          not null check (state in ('DRAFT', 'UNDER_REVIEW', 'ISSUING', 'TO_SIGN', 'ISSUED',
                                       'REVOKING', 'REVOKED', 'ISSUING_REVOKE_FAILED', 'RETURNING', 'RETURN_REFUSED',
                                       'RETURNED')),
    version          integer       not null check (version > 0),
    type             text          not null check (type in ('GENERAL', 'SPECIAL_VAT')),
    medium           text          not null check (medium in ('PAPER', 'ELECTRONIC')),
    title_kind       text          not null check (title_kind in ('COMPANY', 'PERSONAL')),
    title            text          not null check (length(title) between 1 and 200),
    taxpayer_number  text          check (length(taxpayer_number) between 1 and 32),
    seller           text          not null check (seller in ('VENDOR', 'MARKETPLACE')),
    signing_entity   text          not null check (length(signing_entity) between 1 and 64),
    tax_rate         numeric(5, 2) not null check (tax_rate between 0 and 100),
    amount_minor     bigint        not null check (amount_minor > 0),
    currency         text          not null check (currency = 'CNY'),
    receiver_pays    boolean       not null, -- the courier
    number           text          unique check (length(number) between 1 and 32),
    file_id          uuid          unique references invoice_file (id),
    courier_number   text          check (length(courier_number) between 1 and 64),
    tax_confirmed    boolean       not null default false, -- the tax office knows its use
    reason           text          check (length(reason) between 1 and 256),
    operator         text          not null,
    requested_at     timestamptz   not null,
    expected_by      date,
    issued_at        timestamptz   check (issued_at >= requested_at),
    unique (partner_id, owner_partner_id, id),
    check (type = 'GENERAL' or (title_kind = 'COMPANY' and taxpayer_number is not null)),
    check ((number is not null) = (issued_at is not null)),
    check ((state in ('TO_SIGN', 'ISSUED', 'RETURNING', 'RETURN_REFUSED', 'RETURNED')) = (number is not null)),
    check (medium = 'PAPER' or not receiver_pays)
);

create index invoice_page on invoice (partner_id, owner_partner_id, id);
create index invoice_by_state on invoice (state, id);

create function invoice_moves_forward() returns trigger language plpgsql as $$
begin
    if (new.id, new.owner_partner_id, new.tax_rate, new.signing_entity)
       is distinct from (old.id, old.owner_partner_id, old.tax_rate, old.signing_entity)
       or (new.amount_minor <> old.amount_minor and old.state <> 'DRAFT')
       or new.version <> old.version + 1
       or (old.state, new.state) not in (
           ('DRAFT', 'UNDER_REVIEW'), ('DRAFT', 'REVOKED'),
           ('UNDER_REVIEW', 'ISSUING'), ('UNDER_REVIEW', 'DRAFT'), ('UNDER_REVIEW', 'REVOKING'),
           ('ISSUING', 'TO_SIGN'), ('ISSUING', 'ISSUED'), ('ISSUING', 'DRAFT'), ('ISSUING', 'REVOKING'),
           ('REVOKING', 'REVOKED'), ('REVOKING', 'ISSUING_REVOKE_FAILED'),
           ('ISSUING_REVOKE_FAILED', 'TO_SIGN'), ('ISSUING_REVOKE_FAILED', 'ISSUED'), ('ISSUING_REVOKE_FAILED', 'DRAFT'),
           ('TO_SIGN', 'ISSUED'), ('ISSUED', 'RETURNING'), ('RETURN_REFUSED', 'RETURNING'),
           ('RETURNING', 'RETURNED'), ('RETURNING', 'RETURN_REFUSED'), ('ISSUED', 'ISSUED'))
    then
        raise exception 'an invoice cannot go from % to %', old.state, new.state using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger invoice_moves_forward before update on invoice for each row execute function invoice_moves_forward();
create trigger invoice_kept before delete or truncate on invoice for each statement execute function refuse_change();

-- Orders of a partner that the vendor invoices. An order is in one invoice at most. What offsets took of it and what was
-- refunded never exceeds it, except for what was refunded after an offset (excess).
create table billed_order (
    id               uuid          primary key,
    partner_id       uuid          not null,
    owner_partner_id uuid          not null,
    order_number     text          not null check (length(order_number) between 1 and 64),
    seller           text          not null check (seller in ('VENDOR', 'MARKETPLACE')),
    signing_entity   text          not null check (length(signing_entity) between 1 and 64),
    tax_rate         numeric(5, 2) not null check (tax_rate between 0 and 100),
    amount_minor     bigint        not null check (amount_minor > 0),
    refunded_minor   bigint        not null default 0 check (refunded_minor between 0 and amount_minor),
    offset_minor     bigint        not null default 0 check (offset_minor between 0 and amount_minor),
    excess_minor     bigint        not null default 0 check (excess_minor >= 0),
    currency         text          not null check (currency = 'CNY'),
    invoice_id       uuid,
    at               timestamptz   not null,
    unique (owner_partner_id, order_number),
    unique (partner_id, owner_partner_id, id),
    foreign key (partner_id, owner_partner_id, invoice_id) references invoice (partner_id, owner_partner_id, id),
    constraint billed_order_not_exceeded check (refunded_minor + offset_minor <= amount_minor + excess_minor)
);

create index billed_order_open on billed_order (partner_id, owner_partner_id, id) where invoice_id is null;
create index billed_order_of_invoice on billed_order (invoice_id) where invoice_id is not null;

create table billed_order_refund (
    reference        text        not null check (length(reference) between 1 and 64),
    order_id         uuid        not null,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    amount_minor     bigint      not null check (amount_minor > 0),
    owed_invoice_id  uuid        references owed_invoice (id),
    at               timestamptz not null,
    primary key (owner_partner_id, reference),
    foreign key (partner_id, owner_partner_id, order_id) references billed_order (partner_id, owner_partner_id, id)
);

create trigger billed_order_refund_append_only before update or delete or truncate on billed_order_refund
    for each statement execute function refuse_change();

-- What each order contributes to an invoice; recomputed when a draft is submitted again.
create table invoice_line (
    invoice_id       uuid   not null,
    order_id         uuid   not null,
    partner_id       uuid   not null,
    owner_partner_id uuid   not null,
    amount_minor     bigint not null check (amount_minor > 0),
    primary key (invoice_id, order_id),
    foreign key (partner_id, owner_partner_id, invoice_id) references invoice (partner_id, owner_partner_id, id),
    foreign key (partner_id, owner_partner_id, order_id) references billed_order (partner_id, owner_partner_id, id)
);
