-- Whose customer somebody was when, and who looked after him: consumption counts for who had him at the time of the
-- transaction (PER-06, I-27, I-28), whatever changes later.
create extension if not exists btree_gist;

create table customer_link (
    customer_id      uuid        not null,
    epoch            integer     not null check (epoch > 0),
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    association_type text        not null check (association_type in ('ADVISORY', 'RESALE')),
    valid_from       timestamptz not null,
    valid_to         timestamptz check (valid_to >= valid_from),
    primary key (customer_id, epoch),
    exclude using gist (customer_id with =, tstzrange(valid_from, valid_to) with &&)
);

create index customer_link_of_partner on customer_link (owner_partner_id, customer_id);

-- When links known before this table began was not kept; they count from the beginning.
insert into customer_link (customer_id, epoch, partner_id, owner_partner_id, association_type, valid_from, valid_to)
select customer_id, epoch, partner_id, owner_partner_id, association_type, timestamptz 'epoch', null
from known_customer
where active;

-- Performance may begin later than the rest (PER-04).
create table customer_assignment (
    customer_id        uuid        not null,
    partner_id         uuid        not null,
    owner_partner_id   uuid        not null,
    account_manager_id uuid        not null,
    valid_from         timestamptz not null,
    valid_to           timestamptz check (valid_to >= valid_from),
    performance_from   timestamptz not null check (performance_from >= valid_from),
    primary key (customer_id, valid_from),
    exclude using gist (customer_id with =, tstzrange(valid_from, valid_to) with &&)
);

create index customer_assignment_of_manager on customer_assignment (owner_partner_id, account_manager_id, customer_id);

create function manager_at(customer uuid, owner uuid, at timestamptz) returns uuid language sql stable
return (select a.account_manager_id from customer_assignment a
        where a.customer_id = customer and a.owner_partner_id = owner
          and a.valid_from <= at and (a.valid_to is null or at < a.valid_to));
create function performance_manager_at(customer uuid, owner uuid, at timestamptz) returns uuid language sql stable
return (select a.account_manager_id from customer_assignment a
        where a.customer_id = customer and a.owner_partner_id = owner
          and a.performance_from <= at and (a.valid_to is null or at < a.valid_to));

-- Customers of whose account managers was heard since: what was posted meanwhile for a later moment is looked at again.
create table attribution_change (
    customer_id uuid        primary key,
    since       timestamptz not null
);

-- Who sees whose customers (ORG-12).
create table if not exists known_member (
    partner_id       uuid not null,
    owner_partner_id uuid not null,
    member_id        uuid not null,
    supervisor_id    uuid,
    primary key (partner_id, owner_partner_id, member_id)
);

create index if not exists known_member_team on known_member (partner_id, owner_partner_id, supervisor_id);

-- Accounts of the vendor's cost files that are customers here.
create table sub_account (
    id          text collate "C" primary key check (length(id) between 1 and 256),
    customer_id uuid not null
);

-- Amounts are sums over very many small ones: rounded to whole cents once, half to even, what is left stays with the
-- exact sum and counts at the next booking.
create function booked(amount numeric) returns bigint language sql immutable strict parallel safe
return case when abs(amount * 100 - trunc(amount * 100)) = 0.5 then (2 * round(amount * 50))::bigint
            else round(amount * 100)::bigint end;

-- What customers consumed, one row per record of the vendor. Amounts keep all their digits and never change. Only what
-- is paid in cash or with a stored-value card for the vendor's own services is performance (PER-01, PER-05).
create table consumption_record (
    id                     uuid             not null,
    partner_id             uuid             not null,
    owner_partner_id       uuid             not null,
    customer_id            uuid             not null,
    reference              text collate "C" not null unique,
    cycle                  integer          not null check (cycle between 200001 and 999912),
    trade_time             timestamptz      not null,
    account_manager_id     uuid,
    performance_manager_id uuid,
    performance_period     integer          not null,
    association_type       text             not null check (association_type in ('ADVISORY', 'RESALE')),
    charge_mode            smallint         not null check (charge_mode in (1, 3, 10, 11)),
    bill_type              smallint         not null check (bill_type in (0, 1, 2)),
    detail_type            smallint         not null,
    goods                  text             not null
        check (goods in ('CLOUD', 'MARKETPLACE', 'STORED_VALUE_CARD', 'TAX')),
    paid_by                text             not null check (paid_by in ('CUSTOMER', 'PARTNER')),
    service_type           text             not null,
    resource_type          text,
    resource_id            text,
    resource_name          text,
    region                 text,
    product                text,
    trade_id               text,
    sub_account            text,
    usage_amount           numeric,
    usage_unit             text,
    unit_price             numeric,
    currency               text             not null,
    official_amount        numeric          not null,
    payable_amount         numeric          not null,
    cash_amount            numeric          not null,
    credit_amount          numeric          not null,
    voucher_amount         numeric          not null,
    cash_coupon_amount     numeric          not null,
    stored_card_amount     numeric          not null,
    debt_amount            numeric          not null,
    writeoff_amount        numeric          not null,
    performance_amount     numeric          not null,
    import_id              uuid             not null,
    recorded_at            timestamptz      not null,
    constraint consumption_split check (payable_amount = cash_amount + credit_amount + voucher_amount + cash_coupon_amount
                                                         + stored_card_amount + debt_amount + writeoff_amount),
    constraint consumption_performance check (performance_amount = case when goods = 'CLOUD'
                                                                        then cash_amount + stored_card_amount else 0 end)
);

create index consumption_record_page on consumption_record (owner_partner_id, cycle, id);
create index consumption_record_of_customer on consumption_record (customer_id, cycle, id);
create index consumption_record_of_trade on consumption_record (owner_partner_id, trade_id) where trade_id is not null;

create trigger consumption_record_kept before delete or truncate on consumption_record
    for each statement execute function refuse_change();

-- The same summed up: what 13.2 calls consumption_summary. Exact sums, and what is booked of each.
create table consumption_summary (
    id                 uuid        not null,
    partner_id         uuid        not null,
    owner_partner_id   uuid        not null,
    cycle              integer     not null,
    customer_id        uuid        not null,
    account_manager_id uuid,
    association_type   text        not null,
    service_type       text        not null,
    charge_mode        smallint    not null,
    bill_type          smallint    not null,
    currency           text        not null,
    records            bigint      not null,
    official           numeric     not null,
    payable            numeric     not null,
    cash               numeric     not null,
    credit             numeric     not null,
    voucher            numeric     not null,
    cash_coupon        numeric     not null,
    stored_card        numeric     not null,
    debt               numeric     not null,
    writeoff           numeric     not null,
    official_minor     bigint      not null generated always as (booked(official)) stored,
    payable_minor      bigint      not null generated always as (booked(payable)) stored,
    cash_minor         bigint      not null generated always as (booked(cash)) stored,
    credit_minor       bigint      not null generated always as (booked(credit)) stored,
    voucher_minor      bigint      not null generated always as (booked(voucher)) stored,
    cash_coupon_minor  bigint      not null generated always as (booked(cash_coupon)) stored,
    stored_card_minor  bigint      not null generated always as (booked(stored_card)) stored,
    debt_minor         bigint      not null generated always as (booked(debt)) stored,
    writeoff_minor     bigint      not null generated always as (booked(writeoff)) stored,
    refreshed_at       timestamptz not null,
    unique nulls not distinct (owner_partner_id, cycle, customer_id, account_manager_id, association_type, service_type,
                               charge_mode, bill_type, currency)
);

create index consumption_summary_page on consumption_summary (owner_partner_id, cycle, id);

-- What each import or batch added to a partner's month: a journal, so that figures can be told as they stood (asOf).
create table consumption_posting (
    import_id          uuid        not null,
    partner_id         uuid        not null,
    owner_partner_id   uuid        not null,
    cycle              integer     not null,
    account_manager_id uuid,
    association_type   text        not null,
    charge_mode        smallint    not null,
    bill_type          smallint    not null,
    currency           text        not null,
    records            bigint      not null,
    official_minor     bigint      not null,
    payable_minor      bigint      not null,
    cash_minor         bigint      not null,
    credit_minor       bigint      not null,
    voucher_minor      bigint      not null,
    cash_coupon_minor  bigint      not null,
    stored_card_minor  bigint      not null,
    debt_minor         bigint      not null,
    writeoff_minor     bigint      not null,
    at                 timestamptz not null
);

create index consumption_posting_of_import on consumption_posting (import_id);
create index consumption_posting_of_month on consumption_posting (owner_partner_id, cycle, at);

create table consumption_month (
    partner_id         uuid        not null,
    owner_partner_id   uuid        not null,
    cycle              integer     not null,
    account_manager_id uuid,
    association_type   text        not null,
    charge_mode        smallint    not null,
    bill_type          smallint    not null,
    currency           text        not null,
    records            bigint      not null,
    official_minor     bigint      not null,
    payable_minor      bigint      not null,
    cash_minor         bigint      not null,
    credit_minor       bigint      not null,
    voucher_minor      bigint      not null,
    cash_coupon_minor  bigint      not null,
    stored_card_minor  bigint      not null,
    debt_minor         bigint      not null,
    writeoff_minor     bigint      not null,
    refreshed_at       timestamptz not null,
    unique nulls not distinct (owner_partner_id, cycle, account_manager_id, association_type, charge_mode, bill_type, currency)
);

create table performance_total (
    partner_id         uuid    not null,
    owner_partner_id   uuid    not null,
    period             integer not null,
    account_manager_id uuid,
    customer_id        uuid    not null,
    currency           text    not null,
    amount             numeric not null,
    amount_minor       bigint  not null generated always as (booked(amount)) stored,
    unique nulls not distinct (owner_partner_id, period, account_manager_id, customer_id, currency)
);

create index performance_total_of_tenant on performance_total (partner_id, period);

-- Files of consumption, each known by its content. One is worked on as a whole or not at all; who claimed it has it until
-- then, and a later attempt supersedes him.
create table consumption_import (
    id            uuid        primary key,
    sha256        bytea       not null unique check (octet_length(sha256) = 32),
    bytes         bigint      not null check (bytes >= 0),
    object_id     uuid        not null,
    state         text        not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    failure       text,
    done          bigint      not null default 0 check (done >= 0),
    posted        bigint      not null default 0 check (posted >= 0),
    repeated      bigint      not null default 0 check (repeated >= 0),
    refused       bigint      not null default 0 check (refused >= 0),
    attempts      integer     not null default 0 check (attempts >= 0),
    claimed_until timestamptz,
    operator      text        not null,
    created_at    timestamptz not null,
    finished_at   timestamptz,
    check ((state = 'RUNNING') = (finished_at is null)),
    check ((state = 'FAILED') = (failure is not null)),
    check (state <> 'DONE' or done = posted + repeated + refused)
);

create index consumption_import_open on consumption_import (id) where state = 'RUNNING';

create table consumption_import_issue (
    import_id uuid    not null references consumption_import (id),
    line      bigint  not null check (line > 0),
    code      text    not null,
    value     text,
    primary key (import_id, line)
);

-- Partners that want their consumption of each day as a file in the object store (CON-07), and those files.
create table consumption_subscription (
    partner_id       uuid        not null,
    owner_partner_id uuid        primary key,
    operator         text        not null,
    since            timestamptz not null
);

create table consumption_export (
    id               uuid        primary key,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    day              date        not null,
    records          bigint      not null check (records >= 0),
    created_at       timestamptz not null,
    kept             boolean     not null default true,
    unique (owner_partner_id, day)
);

create index consumption_export_page on consumption_export (owner_partner_id, id);
create index consumption_export_kept on consumption_export (created_at) where kept;
