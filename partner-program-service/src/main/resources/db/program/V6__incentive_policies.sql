-- What sales of a service type earn from a month on, until a later policy takes its place. What is sold on the marketplace
-- gives a price difference: no rebate, no performance.
create table incentive_policy (
    id               uuid        primary key,
    service_type     varchar(64) not null references service_type (code),
    from_month       text        not null check (from_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    kind             text        not null check (kind in ('ORDINARY', 'SPECIAL', 'NO_REVENUE_NO_REBATE', 'REVENUE_NO_REBATE')),
    discount_allowed boolean     not null,
    marketplace      boolean     not null,
    unique (service_type, from_month),
    constraint incentive_policy_of_marketplace check (not marketplace or kind = 'NO_REVENUE_NO_REBATE')
);
