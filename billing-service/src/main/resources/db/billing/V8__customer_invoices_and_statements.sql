-- Files of invoices; their bytes lie in the object store under the id. Without a partner the vendor uploaded it. A file
-- belongs to one invoice; one that never came to any goes again.
create table invoice_file (
    id               uuid        primary key,
    partner_id       uuid,
    owner_partner_id uuid,
    type             text        not null check (type in ('PDF', 'OFD', 'JPG', 'PNG')),
    bytes            integer     not null check (bytes > 0),
    sha256           bytea       not null check (octet_length(sha256) = 32),
    operator         text        not null,
    attached         boolean     not null default false,
    uploaded_at      timestamptz not null,
    check ((partner_id is null) = (owner_partner_id is null))
);

create index invoice_file_loose on invoice_file (uploaded_at) where not attached;

-- What a partner may invoice to his resale customer or a distributor to his reseller, per tax rate: the amount is what was
-- consumed less what was refunded, and what is invoiced is never more, except for what was refunded since (excess).
create table invoiceable (
    partner_id       uuid          not null,
    owner_partner_id uuid          not null,
    receiver         text          not null check (receiver in ('CUSTOMER', 'RESELLER')),
    receiver_id      uuid          not null,
    tax_rate         numeric(5, 2) not null check (tax_rate between 0 and 100),
    currency         text          not null check (currency = 'CNY'),
    amount_minor     bigint        not null default 0 check (amount_minor >= 0),
    invoiced_minor   bigint        not null default 0 check (invoiced_minor >= 0),
    excess_minor     bigint        not null default 0 check (excess_minor >= 0),
    primary key (owner_partner_id, receiver_id, tax_rate),
    constraint invoiceable_not_exceeded check (invoiced_minor <= amount_minor + excess_minor)
);

create index invoiceable_of_receiver on invoiceable (receiver_id, owner_partner_id, tax_rate);

-- What the vendor fed of it, each reference once.
create table invoiceable_fact (
    reference        text          primary key check (length(reference) between 1 and 64),
    partner_id       uuid          not null,
    owner_partner_id uuid          not null,
    receiver_id      uuid          not null,
    tax_rate         numeric(5, 2) not null,
    kind             text          not null check (kind in ('CONSUMED', 'REFUNDED')),
    amount_minor     bigint        not null check (amount_minor > 0),
    at               timestamptz   not null,
    foreign key (owner_partner_id, receiver_id, tax_rate) references invoiceable (owner_partner_id, receiver_id, tax_rate)
);

create trigger invoiceable_fact_append_only before update or delete or truncate on invoiceable_fact
    for each statement execute function refuse_change();

-- Invoices that partners issue. One that corrects another stands beside it.
create table resale_invoice (
    id               uuid          primary key,
    partner_id       uuid          not null,
    owner_partner_id uuid          not null,
    receiver         text          not null check (receiver in ('CUSTOMER', 'RESELLER')),
    receiver_id      uuid          not null,
    state            text          not null check (state in ('REQUESTED', 'REFUSED', 'CANCELLED', 'ISSUED', 'DELIVERED',
                                                             'CORRECTED', 'RETURNED')),
    type             text          not null check (type in ('GENERAL', 'SPECIAL_VAT')),
    title_kind       text          not null check (title_kind in ('COMPANY', 'PERSONAL')),
    title            text          not null check (length(title) between 1 and 200),
    taxpayer_number  text          check (length(taxpayer_number) between 1 and 32),
    tax_rate         numeric(5, 2) not null,
    amount_minor     bigint        not null check (amount_minor > 0),
    currency         text          not null check (currency = 'CNY'),
    number           text          check (length(number) between 1 and 32),
    file_id          uuid          unique references invoice_file (id),
    corrects         uuid          unique references resale_invoice (id),
    delivery         text          check (length(delivery) between 1 and 256),
    reason           text          check (length(reason) between 1 and 256),
    requested_by     text          not null,
    requested_at     timestamptz   not null,
    issued_at        timestamptz   check (issued_at >= requested_at),
    foreign key (owner_partner_id, receiver_id, tax_rate) references invoiceable (owner_partner_id, receiver_id, tax_rate),
    check (type = 'GENERAL' or (title_kind = 'COMPANY' and taxpayer_number is not null)),
    check ((state in ('ISSUED', 'DELIVERED', 'CORRECTED', 'RETURNED')) = (issued_at is not null)),
    check ((issued_at is not null) = (number is not null and file_id is not null))
);

create unique index resale_invoice_number on resale_invoice (owner_partner_id, number);
create index resale_invoice_of_issuer on resale_invoice (partner_id, owner_partner_id, id);
create index resale_invoice_of_receiver on resale_invoice (receiver_id, id);

create function resale_invoice_moves_forward() returns trigger language plpgsql as $$
begin
    if (new.id, new.owner_partner_id, new.receiver_id, new.tax_rate, new.amount_minor)
       is distinct from (old.id, old.owner_partner_id, old.receiver_id, old.tax_rate, old.amount_minor)
       or (old.state, new.state) not in (('REQUESTED', 'REFUSED'), ('REQUESTED', 'CANCELLED'), ('REQUESTED', 'ISSUED'),
                                         ('ISSUED', 'DELIVERED'), ('ISSUED', 'CORRECTED'), ('ISSUED', 'RETURNED'),
                                         ('DELIVERED', 'CORRECTED'), ('DELIVERED', 'RETURNED'))
    then
        raise exception 'an invoice cannot go from % to %', old.state, new.state using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger resale_invoice_moves_forward before update on resale_invoice
    for each row execute function resale_invoice_moves_forward();
create trigger resale_invoice_kept before delete or truncate on resale_invoice
    for each statement execute function refuse_change();

-- What the vendor pays a partner for incentives; the partner's invoices cover it wholly or not at all.
create table payment_order (
    id               uuid          primary key,
    number           text          not null unique check (length(number) between 1 and 64),
    partner_id       uuid          not null,
    owner_partner_id uuid          not null,
    state            text          not null check (state in ('OPEN', 'SUBMITTED', 'APPROVED')),
    amount_minor     bigint        not null check (amount_minor > 0),
    invoiced_minor   bigint        not null default 0,
    currency         text          not null check (currency = 'CNY'),
    tax_rate         numeric(5, 2) not null check (tax_rate between 0 and 100),
    reason           text          check (length(reason) between 1 and 256),
    at               timestamptz   not null,
    unique (partner_id, owner_partner_id, id),
    constraint payment_order_covered check (invoiced_minor = case state when 'OPEN' then 0 else amount_minor end)
);

create index payment_order_page on payment_order (partner_id, owner_partner_id, id);
create index payment_order_by_state on payment_order (state, id);

create table incentive_invoice (
    id               uuid        primary key,
    payment_order_id uuid        not null,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    number           text        not null check (length(number) between 1 and 32),
    amount_minor     bigint      not null check (amount_minor > 0),
    file_id          uuid        not null unique references invoice_file (id),
    refused          boolean     not null default false,
    operator         text        not null,
    at               timestamptz not null,
    foreign key (partner_id, owner_partner_id, payment_order_id) references payment_order (partner_id, owner_partner_id, id)
);

create unique index incentive_invoice_number on incentive_invoice (owner_partner_id, number) where not refused;
create index incentive_invoice_of_order on incentive_invoice (payment_order_id, id);

-- Statements of account: the entries of an account from one place in its sequence to another, written into a file.
create table account_statement (
    id               uuid        primary key,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    account_id       uuid        not null references account (id),
    state            text        not null check (state in ('RUNNING', 'DONE', 'FAILED', 'EXPIRED')),
    format           text        not null check (format in ('PDF', 'CSV')),
    language         text        not null check (language in ('zh', 'en')),
    period_from      timestamptz not null,
    period_to        timestamptz not null check (period_to > period_from),
    after_sequence   bigint      not null check (after_sequence >= 0),
    last_sequence    bigint      not null check (last_sequence >= after_sequence),
    opening_minor    bigint      not null,
    closing_minor    bigint      not null,
    done             integer     not null default 0 check (done >= 0),
    attempts         integer     not null default 0 check (attempts >= 0),
    claimed_until    timestamptz, -- who writes it now has it until then
    operator         text        not null,
    created_at       timestamptz not null,
    finished_at      timestamptz check (finished_at >= created_at),
    check ((state = 'RUNNING') = (finished_at is null)),
    check (state <> 'DONE' or done = last_sequence - after_sequence)
);

create index account_statement_page on account_statement (partner_id, owner_partner_id, id);
create index account_statement_open on account_statement (id) where state = 'RUNNING';
create index account_statement_kept on account_statement (finished_at) where state = 'DONE';
