-- Long work: files of vouchers to issue and exports of records. What it is about stands in its request; it goes on in
-- chunks, each one transaction, from where the last one ended.
create table operation (
    id               uuid        primary key,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    kind             text        not null check (kind in ('VOUCHER_ISSUE', 'RECORD_EXPORT')),
    state            text        not null check (state in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED', 'EXPIRED')),
    dry_run          boolean     not null,
    request          jsonb       not null,
    operator         text        not null,
    member_id        uuid,
    total            integer     check (total >= 0), -- null until it has been counted
    done             integer     not null default 0 check (done >= 0),
    succeeded        integer     not null default 0 check (succeeded >= 0),
    amount_minor     bigint      not null default 0 check (amount_minor >= 0),
    position         uuid,       -- the last thing looked at, for kinds that go through a list
    parts            integer     not null default 0 check (parts >= 0),
    attempts         integer     not null default 0 check (attempts >= 0), -- failures since the last chunk
    rows_kept        boolean     not null default true,
    created_at       timestamptz not null,
    finished_at      timestamptz,
    check (succeeded <= done),
    check ((state = 'RUNNING') = (finished_at is null))
);

create index operation_of_owner on operation (owner_partner_id, kind, id desc);
create index operation_open on operation (id) where state = 'RUNNING';
create index operation_kept on operation (kind, finished_at) where finished_at is not null and rows_kept;

-- One row of a file: issued once, in the transaction that marks it so (VOU-04).
create table voucher_issue_row (
    operation_id  uuid        not null references operation,
    number        integer     not null check (number > 0),
    outcome       text        not null check (outcome in ('WAITING', 'SUCCEEDED', 'FAILED')),
    customer_id   uuid,
    face_minor    bigint      check (face_minor > 0),
    minimum_minor bigint      not null default 0 check (minimum_minor >= 0),
    service_types text        not null default '', -- separated by semicolons, as in the file
    product_ids   text        not null default '',
    effective_at  timestamptz,
    expires_at    timestamptz,
    remark        varchar(256),
    code          text,
    detail        text,
    voucher_id    uuid        unique,
    primary key (operation_id, number),
    check ((outcome = 'FAILED') = (code is not null)),
    check (voucher_id is null or outcome = 'SUCCEEDED'),
    check (outcome = 'FAILED' or (customer_id is not null and face_minor is not null))
);

create index voucher_issue_row_outcome on voucher_issue_row (operation_id, outcome, code, number);

-- Customers are found by what they are called, by prefix and from three characters on anywhere (X-10).
create extension if not exists btree_gin;

alter table known_customer add column if not exists account_name text;

create or replace function trigrams(word text) returns integer[] language sql immutable strict parallel safe cost 1000 as $$
    select array(
        select distinct (((ascii(substr(word, i, 1))::bigint * 1000003 + ascii(substr(word, i + 1, 1))) * 1000003
                         + ascii(substr(word, i + 2, 1))) % 2147483647)::integer
        from generate_series(1, length(word) - 2) i)
$$;

create index known_customer_name on known_customer (owner_partner_id, lower(name) text_pattern_ops);
create index known_customer_name_infix on known_customer using gin (owner_partner_id, trigrams(lower(name)))
    with (fastupdate = off);
create index known_customer_account on known_customer (owner_partner_id, lower(account_name) text_pattern_ops);

-- Each filter of the operation log reads its records newest first (6.9, CSH-11).
create index operation_record_by_time on operation_record (owner_partner_id, coupon_type, at desc, id desc);
create index operation_record_by_type on operation_record
    (owner_partner_id, coupon_type, operation_type, at desc, id desc);
create index operation_record_by_quota on operation_record (owner_partner_id, quota_id, at desc, id desc);
create index operation_record_by_customer on operation_record
    (owner_partner_id, customer_id, coupon_type, at desc, id desc);
create index operation_record_by_coupon on operation_record (coupon_id, at desc, id desc);
create index operation_record_by_operator on operation_record
    (owner_partner_id, coupon_type, operator, at desc, id desc);
create index operation_record_failed on operation_record (owner_partner_id, coupon_type, at desc, id desc)
    where not succeeded;
drop index operation_record_of_owner;
