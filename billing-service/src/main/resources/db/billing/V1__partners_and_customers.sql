-- Partners as partner-program-service announced them; a reseller lives inside its distributor's tenant.
create table known_partner (
    id         uuid primary key,
    partner_id uuid not null,
    type       text not null check (type in ('SOLUTION_PROVIDER', 'DISTRIBUTOR', 'RESELLER', 'GOVERNMENT_SUBSIDY')),
    name       text not null,
    check (type = 'RESELLER' or id = partner_id)
);

-- Customers by their latest link. Commands under the link and its end take turns on the row.
create table known_customer (
    customer_id      uuid    primary key,
    partner_id       uuid    not null,
    owner_partner_id uuid    not null,
    epoch            integer not null check (epoch > 0),
    association_type text    not null check (association_type in ('ADVISORY', 'RESALE')),
    active           boolean not null,
    customer_name    text    not null
);
