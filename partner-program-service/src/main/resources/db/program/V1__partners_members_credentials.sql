-- Partners. partner_id is the tenant: the partner itself, or the distributor of a reseller (RSL-06).
create table partner (
    id            uuid        primary key,
    partner_id    uuid        not null,
    type          text        not null check (type in ('SOLUTION_PROVIDER', 'DISTRIBUTOR', 'RESELLER', 'GOVERNMENT_SUBSIDY')),
    tenant_type   text        not null generated always as (case when type = 'RESELLER' then 'DISTRIBUTOR' else type end) stored,
    name          text        not null check (char_length(name) between 1 and 128),
    email         text        not null check (char_length(email) between 3 and 254),
    mobile        text        not null check (char_length(mobile) between 5 and 20),
    status        text        not null check (status in ('NORMAL', 'RESTRICTED', 'FROZEN')),
    registered_at timestamptz not null,
    registered_by text        not null,
    unique (partner_id, id),
    unique (id, type),
    constraint only_resellers_live_in_another_tenant check ((type = 'RESELLER') = (partner_id <> id)),
    constraint resellers_belong_to_a_distributor foreign key (partner_id, tenant_type) references partner (id, type)
);

-- The people of a partner. Rows are never removed: a login name stands in records for ever (ORG-07).
create table member (
    id               uuid        primary key,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    login_name       text        not null check (char_length(login_name) between 1 and 64),
    display_name     text        not null check (char_length(display_name) between 1 and 64),
    roles            text[]      not null,
    supervisor_id    uuid,
    active           boolean     not null,
    issuer           text        not null check (char_length(issuer) between 1 and 256),
    subject          text        not null check (char_length(subject) between 1 and 255),
    version          bigint      not null check (version > 0),
    created_at       timestamptz not null,
    created_by       text        not null,
    supervises       boolean     not null generated always as (active and 'ACCOUNT_MANAGER_SUPERVISOR' = any (roles)) stored,
    supervised       boolean     generated always as (case when supervisor_id is not null then true end) stored,
    unique (partner_id, owner_partner_id, id),
    unique (partner_id, owner_partner_id, id, supervises),
    foreign key (partner_id, owner_partner_id) references partner (partner_id, id),
    constraint known_roles check (roles <@ array ['SYSTEM_ADMIN', 'CUSTOMER_OPERATOR', 'FINANCE_OPERATOR', 'ACCOUNT_MANAGER',
        'ACCOUNT_MANAGER_SUPERVISOR']),
    constraint one_to_three_roles check (cardinality(roles) between 1 and 3),
    constraint roles_differ check ((cardinality(roles) < 2 or roles[1] <> roles[2])
        and (cardinality(roles) < 3 or (roles[1] <> roles[3] and roles[2] <> roles[3]))),
    constraint administrator_role_stands_alone check ('SYSTEM_ADMIN' <> all (roles) or cardinality(roles) = 1),
    constraint manager_or_supervisor check (not roles @> array ['ACCOUNT_MANAGER', 'ACCOUNT_MANAGER_SUPERVISOR']),
    constraint only_managers_are_supervised check (supervisor_id is null or 'ACCOUNT_MANAGER' = any (roles)),
    constraint supervisor_is_one_of_the_same_partner foreign key (partner_id, owner_partner_id, supervisor_id, supervised)
        references member (partner_id, owner_partner_id, id, supervises)
);

create unique index member_login_name on member (partner_id, owner_partner_id, lower(login_name));
create unique index member_login on member (issuer, subject) where active;
create index member_team on member (partner_id, owner_partner_id, supervisor_id) where supervisor_id is not null;
create index member_administrators on member (partner_id, owner_partner_id, id) where active and 'SYSTEM_ADMIN' = any (roles);

create function refuse_new_login_name() returns trigger language plpgsql as $$
begin
    raise exception 'a login name never changes' using errcode = 'check_violation', constraint = 'login_name_never_changes';
end
$$;

create trigger login_name_never_changes before update on member
    for each row when (old.login_name is distinct from new.login_name) execute function refuse_new_login_name();

-- Access keys (API-12) of partners and of customers; those of customers are tenant-free. A holder's active keys stand in
-- numbered slots, so that two requests at once cannot exceed the limit. The secret is encrypted and forgotten with the key.
create table credential (
    id               uuid        primary key,
    kind             text        not null check (kind in ('PARTNER', 'CUSTOMER')),
    partner_id       uuid,
    owner_partner_id uuid,
    customer_id      uuid,
    holder_id        uuid        not null generated always as (coalesce(owner_partner_id, customer_id)) stored,
    slot             smallint    not null check (slot between 1 and 10),
    access_key       text        not null unique check (access_key ~ '^[A-Z0-9]{20}$'),
    secret           bytea       check (octet_length(secret) > 40),
    state            text        not null check (state in ('ACTIVE', 'DISABLED')),
    created_at       timestamptz not null,
    created_by       text        not null,
    disabled_at      timestamptz,
    disabled_by      text,
    foreign key (partner_id, owner_partner_id) references partner (partner_id, id),
    constraint held_by_a_partner_or_a_customer check (case kind
        when 'PARTNER' then partner_id is not null and owner_partner_id is not null and customer_id is null
        else partner_id is null and owner_partner_id is null and customer_id is not null end),
    constraint a_disabled_key_keeps_no_secret check (case state
        when 'ACTIVE' then secret is not null and disabled_at is null and disabled_by is null
        else secret is null and disabled_at is not null and disabled_by is not null end)
);

create unique index credential_slot on credential (holder_id, slot) where state = 'ACTIVE';
create index credential_of_partner on credential (partner_id, owner_partner_id, id);
