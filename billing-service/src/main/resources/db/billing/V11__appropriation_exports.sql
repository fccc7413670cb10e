-- Exports of adjust records (X-04): asked for, written part by part, kept for some days.
create table adjust_export (
    id               uuid        primary key,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    records_owner_id uuid        not null,
    target_id        uuid,
    kind             text        check (kind in ('BEADJUST', 'BERETRIEVE', 'BEUNBIND')),
    account_type     text        check (account_type in ('CASH', 'CREDIT')),
    from_at          timestamptz not null,
    to_at            timestamptz not null,
    chinese          boolean     not null,
    operator         text        not null,
    state            text        not null check (state in ('RUNNING', 'DONE', 'EXPIRED')),
    total            integer     not null check (total >= 0),
    done             integer     not null default 0 check (done >= 0),
    parts            integer     not null default 0 check (parts >= 0),
    position         uuid,
    created_at       timestamptz not null,
    finished_at      timestamptz,
    check (from_at < to_at),
    check ((state = 'RUNNING') = (finished_at is null))
);

create index adjust_export_page on adjust_export (owner_partner_id, id);
create index adjust_export_open on adjust_export (state, id) where state <> 'EXPIRED';

create table adjust_export_part (
    export_id uuid    not null references adjust_export (id),
    part      integer not null check (part >= 0),
    content   bytea   not null,
    primary key (export_id, part)
);
