-- Accounts at the vendor, whether or not they have a partner. Issuing a cash coupon and the beginning of a link lock the
-- account's row before the customer's, so that what was issued before is reclaimed and what comes after knows of the link
-- (CSH-06, ASC-05).
create table known_account (
    account_id          uuid         primary key,
    account_name        varchar(64)  not null check (account_name = lower(account_name)),
    name                varchar(256),
    signing_entity      varchar(64),
    master_account_name varchar(64)  check (master_account_name = lower(master_account_name))
);

create index known_account_name on known_account (account_name);

-- Infix filters find their rows by the groups of three characters in a text, each as a number of its own; the same whatever
-- the locale of the database, also for Chinese.
create function trigrams(word text) returns integer[] language sql immutable strict parallel safe cost 1000 as $$
    select array(
        select distinct (((ascii(substr(word, i, 1))::bigint * 1000003 + ascii(substr(word, i + 1, 1))) * 1000003
                         + ascii(substr(word, i + 2, 1))) % 2147483647)::integer
        from generate_series(1, length(word) - 2) i)
$$;

-- A partner's white-lists, one row per import (VOU-08).
create table whitelist (
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    version          integer     not null check (version > 0),
    id               uuid        not null unique,
    customers        integer     not null check (customers >= 0),
    operator         text        not null,
    imported_at      timestamptz not null,
    primary key (owner_partner_id, version)
);

-- Who stands on the newest one; of those before, only their row above is left.
create table whitelist_customer (
    owner_partner_id uuid         not null,
    version          integer      not null,
    id               uuid         not null,
    account_name     varchar(64)  not null check (account_name <> '' and account_name = lower(account_name)),
    name             varchar(128) not null check (name <> ''),
    name_key         text         generated always as (lower(name)) stored,
    account_trigrams integer[]    generated always as (trigrams(account_name)) stored,
    name_trigrams    integer[]    generated always as (trigrams(lower(name))) stored,
    primary key (owner_partner_id, account_name),
    foreign key (owner_partner_id, version) references whitelist
);

create index whitelist_customer_newest on whitelist_customer (owner_partner_id, id desc);
create index whitelist_customer_account on whitelist_customer (owner_partner_id, account_name text_pattern_ops);
create index whitelist_customer_by_name on whitelist_customer (owner_partner_id, name_key text_pattern_ops);
create index whitelist_customer_account_infix on whitelist_customer using gin (account_trigrams);
create index whitelist_customer_name_infix on whitelist_customer using gin (name_trigrams);

-- CSH-04, I-10: where the user of a coupon is the recipient of the invoice, he is no RESALE customer, and his signing
-- entity, if it is known, is the coupon's.
create function coupon_invoices_to_user() returns trigger language plpgsql as $$
begin
    if exists (select from known_customer k
               where k.customer_id = new.customer_id and k.active and k.association_type = 'RESALE')
       or exists (select from known_account a
                  where a.account_id = new.customer_id and a.signing_entity <> new.signing_entity) then
        raise exception 'coupon % must not be given to its customer', new.id using errcode = '23000';
    end if;
    return new;
end $$;

create trigger coupon_invoices_to_user before insert on coupon
    for each row when (new.invoice_to_user) execute function coupon_invoices_to_user();

alter table coupon
    add constraint coupon_invoices_by_entity check (not invoice_to_user
                                                    or (type = 'CASH_COUPON' and signing_entity is not null));

-- Unused cash coupons of a customer, whoever gave them (ASC-05).
create index coupon_cash_of_customer on coupon (customer_id, id)
    where type = 'CASH_COUPON' and reclaimed_at is null and expired_at is null;
