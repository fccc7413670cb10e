-- Facts of other services.
create table known_partner (
    owner_partner_id uuid    primary key,
    partner_id       uuid    not null,
    type             text    not null check (type in ('SOLUTION_PROVIDER', 'DISTRIBUTOR', 'RESELLER', 'GOVERNMENT_SUBSIDY')),
    name             text    not null
);

create table known_member (
    member_id     uuid    primary key,
    partner_id    uuid    not null,
    supervisor_id uuid,
    active        boolean not null
);

create index known_member_team on known_member (supervisor_id);

-- The customer's present link. Issuing and the end of the link lock this row (REC-06).
create table known_customer (
    customer_id        uuid    primary key,
    partner_id         uuid    not null,
    owner_partner_id   uuid    not null,
    epoch              integer not null check (epoch > 0),
    association_type   text    not null check (association_type in ('ADVISORY', 'RESALE')),
    account_manager_id uuid,
    name               text    not null,
    active             boolean not null
);

-- A quota and its buckets: what was granted is available, live in vouchers, used, expired or written off (I-01).
create table quota (
    id               uuid        primary key,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    state            text        not null check (state in ('NORMAL', 'INVALID', 'ADJUSTING', 'FROZEN', 'RECLAIMED')),
    currency         text        not null check (currency = 'CNY'),
    granted_minor    bigint      not null check (granted_minor > 0),
    available_minor  bigint      not null check (available_minor >= 0),
    live_minor       bigint      not null check (live_minor >= 0),
    written_minor    bigint      not null default 0 check (written_minor >= 0),
    effective_at     timestamptz not null,
    expires_at       timestamptz not null check (expires_at > effective_at),
    created_at       timestamptz not null,
    updated_at       timestamptz not null check (updated_at >= created_at),
    last_sequence    bigint      not null default 0,
    unique (partner_id, id),
    check (granted_minor = available_minor + live_minor + written_minor)
);

create index quota_of_owner on quota (owner_partner_id, id desc);

-- Why a quota stands where it stands: one row per movement, never changed.
create table quota_journal (
    quota_id        uuid        not null references quota,
    sequence        bigint      not null check (sequence > 0),
    kind            text        not null check (kind in ('GRANTED', 'ISSUED', 'RECLAIMED', 'WRITTEN_OFF')),
    amount_minor    bigint      not null check (amount_minor > 0),
    available_minor bigint      not null check (available_minor >= 0),
    at              timestamptz not null,
    primary key (quota_id, sequence)
);

create table voucher (
    id                 uuid        primary key,
    partner_id         uuid        not null,
    owner_partner_id   uuid        not null,
    quota_id           uuid        not null,
    customer_id        uuid        not null,
    epoch              integer     not null check (epoch > 0),
    association_type   text        not null check (association_type in ('ADVISORY', 'RESALE')),
    face_minor         bigint      not null check (face_minor > 0),
    balance_minor      bigint      not null check (balance_minor >= 0),
    reclaimed_minor    bigint      not null default 0 check (reclaimed_minor >= 0),
    minimum_minor      bigint      not null check (minimum_minor >= 0),
    reclaimed_at       timestamptz,
    effective_at       timestamptz not null,
    expires_at         timestamptz not null check (expires_at > effective_at),
    created_at         timestamptz not null,
    version            integer     not null default 1 check (version > 0),
    foreign key (partner_id, quota_id) references quota (partner_id, id),
    check (face_minor = balance_minor + reclaimed_minor),
    check ((reclaimed_at is null) = (reclaimed_minor = 0))
);

create index voucher_of_owner on voucher (owner_partner_id, id desc);
create index voucher_of_customer on voucher (customer_id, id desc);
create index voucher_live on voucher (customer_id, partner_id, epoch) where reclaimed_at is null;

-- Who did what to which voucher, append-only; at most one automatic reclaim per voucher and epoch (I-06).
create table operation_record (
    id               uuid        primary key,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    operation_type   smallint    not null check (operation_type between 1 and 9),
    quota_id         uuid        not null,
    voucher_id       uuid,
    customer_id      uuid        not null,
    epoch            integer     not null,
    amount_minor     bigint      not null check (amount_minor > 0),
    succeeded        boolean     not null,
    operator         text        not null,
    remark           text        check (length(remark) <= 256),
    at               timestamptz not null
);

create unique index operation_record_reclaimed_once on operation_record (voucher_id, epoch)
    where operation_type in (2, 3) and succeeded;
create index operation_record_of_owner on operation_record (owner_partner_id, id desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = '23000';
end $$;

create trigger operation_record_append_only before update or delete on operation_record
    for each row execute function refuse_change();
create trigger quota_journal_append_only before update or delete on quota_journal
    for each row execute function refuse_change();

-- One answer per ended link (REC-06).
create table ended_link (
    customer_id uuid        not null,
    partner_id  uuid        not null,
    epoch       integer     not null,
    ended_at    timestamptz not null,
    primary key (customer_id, epoch)
);
