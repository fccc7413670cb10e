-- Who gave which customer how much, and took it back; every record has its ledger entry.
create table adjust_record (
    id               uuid        primary key,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    customer_id      uuid        not null,
    epoch            integer     not null check (epoch > 0),
    customer_name    text        not null,
    kind             text        not null check (kind in ('BEADJUST', 'BERETRIEVE', 'BEUNBIND')),
    transaction_id   uuid        not null,
    amount_minor     bigint      not null check (amount_minor > 0),
    currency         text        not null check (currency = 'CNY'),
    operator         text        not null,
    at               timestamptz not null,
    unique (owner_partner_id, transaction_id, kind),
    foreign key (owner_partner_id, transaction_id, kind)
        references entry (owner_partner_id, transaction_id, kind)
);

create index adjust_record_page on adjust_record (owner_partner_id, id);
create index adjust_record_customer on adjust_record (owner_partner_id, customer_id, id);
create index adjust_record_time on adjust_record (owner_partner_id, at, id);
create unique index adjust_record_returned_once on adjust_record (customer_id, epoch) where kind = 'BEUNBIND';

create trigger adjust_record_append_only before update or delete or truncate on adjust_record
    for each statement execute function refuse_change();

-- The end of a link is answered once, even when nothing was left to return.
create table balance_return (
    customer_id      uuid        not null,
    epoch            integer     not null check (epoch > 0),
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    amount_minor     bigint      not null check (amount_minor >= 0),
    currency         text        not null check (currency = 'CNY'),
    at               timestamptz not null,
    primary key (customer_id, epoch)
);

create trigger balance_return_append_only before update or delete or truncate on balance_return
    for each statement execute function refuse_change();
