-- Months whose performance is settled; what comes late counts in the first month after them.
create table performance_period (
    period    integer     primary key check (period between 200001 and 999912),
    closed_at timestamptz not null
);

-- What a partner achieved in a settled month: its own customers' and, for a distributor, its resellers' (PER-07).
create table performance_sheet (
    id               uuid        primary key,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    period           integer     not null references performance_period (period),
    currency         text        not null,
    own_minor        bigint      not null,
    total_minor      bigint      not null,
    closed_at        timestamptz not null,
    unique (owner_partner_id, period, currency),
    check (owner_partner_id = partner_id or total_minor = own_minor)
);

create index performance_sheet_page on performance_sheet (owner_partner_id, id);

create trigger performance_sheet_append_only before update or delete or truncate on performance_sheet
    for each statement execute function refuse_change();

-- Partners that pay their own bill month by month (INTL, EU, postpaid); all others prepay and get none (BIL-01).
create table billing_terms (
    partner_id       uuid        not null,
    owner_partner_id uuid        primary key,
    monthly          boolean     not null,
    told_at          timestamptz not null
);

-- What the vendor charges a partner, by its feed, each reference once. Never made out of customers' consumption.
create table partner_charge (
    reference        text        primary key check (length(reference) between 1 and 64),
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    cycle            integer     not null check (cycle between 200001 and 999912),
    description      text        not null check (length(description) between 1 and 256),
    amount_minor     bigint      not null check (amount_minor <> 0),
    currency         text        not null check (currency = 'CNY'),
    at               timestamptz not null
);

create index partner_charge_of_cycle on partner_charge (owner_partner_id, cycle);

create trigger partner_charge_append_only before update or delete or truncate on partner_charge
    for each statement execute function refuse_change();

create table partner_bill (
    id               uuid        primary key,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    cycle            integer     not null,
    state            text        not null check (state in ('ISSUED', 'OVERDUE', 'PAID')),
    amount_minor     bigint      not null check (amount_minor >= 0),
    paid_minor       bigint      not null default 0 check (paid_minor between 0 and amount_minor),
    currency         text        not null check (currency = 'CNY'),
    issued_at        timestamptz not null,
    due_date         date        not null,
    paid_at          timestamptz,
    unique (owner_partner_id, cycle),
    check ((state = 'PAID') = (paid_minor = amount_minor)),
    check ((state = 'PAID') = (paid_at is not null))
);

create index partner_bill_page on partner_bill (owner_partner_id, id);
create index partner_bill_due on partner_bill (due_date) where state = 'ISSUED';

-- How a bill was paid: on-line from the partner's cash, or by a transfer the vendor received.
create table partner_bill_payment (
    id             uuid        primary key,
    bill_id        uuid        not null references partner_bill (id),
    way            text        not null check (way in ('CASH', 'TRANSFER')),
    reference      text        unique check (length(reference) between 1 and 64),
    transaction_id uuid        unique,
    amount_minor   bigint      not null check (amount_minor > 0),
    at             timestamptz not null,
    check ((way = 'CASH') = (transaction_id is not null)),
    check ((way = 'TRANSFER') = (reference is not null))
);

create index partner_bill_payment_of_bill on partner_bill_payment (bill_id);
