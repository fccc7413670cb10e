create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- Facts of other services. Registering and the end of a link lock the customer's row.
create table known_customer (
    customer_id        uuid    primary key,
    partner_id         uuid    not null,
    owner_partner_id   uuid    not null,
    epoch              integer not null check (epoch > 0),
    association_type   text    not null check (association_type in ('ADVISORY', 'RESALE')),
    name               text    not null,
    account_name       text    not null,
    account_manager_id uuid,
    active             boolean not null
);

create table known_member (
    partner_id       uuid not null,
    owner_partner_id uuid not null,
    member_id        uuid not null,
    supervisor_id    uuid,
    primary key (partner_id, owner_partner_id, member_id)
);

create index known_member_team on known_member (partner_id, owner_partner_id, supervisor_id);

create table opportunity (
    partner_id               uuid        not null,
    id                       uuid        not null,
    owner_partner_id         uuid        not null,
    customer_id              uuid        not null references known_customer,
    epoch                    integer     not null check (epoch > 0),
    account_manager_id       uuid,
    created_by               text        not null,
    name                     text        not null check (length(name) between 1 and 100),
    normalised_name          text        not null,
    description              text        check (length(description) <= 2000),
    cloud_services           text[]      not null check (cardinality(cloud_services) between 1 and 20),
    expected_sign_date       date        not null,
    currency                 text        not null check (currency = 'CNY'),
    expected_revenue_minor   bigint      not null check (expected_revenue_minor > 0),
    first_year_revenue_minor bigint      not null check (first_year_revenue_minor > 0),
    monthly_revenue_minor    bigint      not null check (monthly_revenue_minor > 0),
    launch_date              date        not null check (launch_date >= expected_sign_date),
    stage                    text        not null check (stage in ('QUALIFYING', 'REQUIREMENT', 'SOLUTION', 'NEGOTIATION')),
    state                    text        not null check (state in ('OPEN', 'CLOSED')),
    close_reason             text        check (length(close_reason) between 1 and 200),
    closed_at                timestamptz,
    created_at               timestamptz not null,
    last_updated_at          timestamptz not null,
    version                  bigint      not null check (version > 0),
    primary key (partner_id, id),
    check ((state = 'CLOSED') = (closed_at is not null)),
    check ((state = 'CLOSED') = (close_reason is not null))
);

create index opportunity_of_partner on opportunity (partner_id, owner_partner_id, id desc);
create index opportunity_of_manager on opportunity (partner_id, owner_partner_id, account_manager_id, id desc);
create index opportunity_of_customer on opportunity (partner_id, owner_partner_id, customer_id, id desc);
create index opportunity_open on opportunity (partner_id, owner_partner_id, customer_id, normalised_name)
    where state = 'OPEN';
create index opportunity_name_prefix on opportunity (partner_id, owner_partner_id, normalised_name text_pattern_ops);
create index opportunity_name_part on opportunity using gin (owner_partner_id, normalised_name gin_trgm_ops);
