create extension if not exists btree_gin;

-- Who saw personal data in clear, append-only (X-03).
create table reveal_record (
    id               uuid        primary key,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    resource         varchar(64) not null,
    columns          text[]      not null check (cardinality(columns) between 1 and 20),
    row_ids          uuid[]      not null check (cardinality(row_ids) <= 100),
    revealed_by      text        not null,
    member_id        uuid,
    revealed_at      timestamptz not null,
    trace_id         text
);

create index reveal_record_of_owner on reveal_record (owner_partner_id, id desc);

create function forbid_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = '23000';
end $$;

create trigger reveal_record_forever before update or delete on reveal_record
    for each row execute function forbid_change();

-- What billing says a customer owes under a link (CUS-01).
create table customer_arrears (
    customer_id   uuid    not null,
    epoch         integer not null,
    arrears_minor bigint  not null check (arrears_minor >= 0),
    currency      text    not null check (currency = 'CNY'),
    primary key (customer_id, epoch),
    foreign key (customer_id, epoch) references association (customer_id, epoch)
);

-- A partner's tag for his customer: another partner never sees it.
create table customer_label (
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    customer_id      uuid        not null references customer,
    label            varchar(64) check (label <> ''),
    version          bigint      not null default 1,
    primary key (owner_partner_id, customer_id)
);

insert into customer_label (partner_id, owner_partner_id, customer_id, label)
select a.partner_id, a.owner_partner_id, c.id, c.label
from customer c join association a on a.customer_id = c.id and a.ended_at is null
where c.label <> '';

alter table customer drop column label;

-- What was spent counts for the month it was told in.
alter table account_facts add column expenditure_as_of timestamptz;
update account_facts set expenditure_as_of = as_of where month_expenditure_minor is not null;
alter table account_facts
    add check ((month_expenditure_minor is null) = (expenditure_as_of is null));

-- Infix filters find their rows by the groups of three characters in a text, each as a number of its own. pg_trgm
-- drops punctuation and, in databases whose locale knows ASCII only, everything Chinese; these are the same everywhere.
create function trigrams(word text) returns integer[] language sql immutable strict parallel safe cost 1000 as $$
    select array(
        select distinct (((ascii(substr(word, i, 1))::bigint * 1000003 + ascii(substr(word, i + 1, 1))) * 1000003
                         + ascii(substr(word, i + 2, 1))) % 2147483647)::integer
        from generate_series(1, length(word) - 2) i)
$$;

-- Every present link with all that the lists show and filter by.
create view present_customer as
select a.customer_id,
       a.partner_id,
       a.owner_partner_id,
       a.id                                             as association_id,
       a.associated_at,
       a.epoch,
       a.association_type,
       a.account_manager_id,
       c.account_name,
       lower(c.account_name)                            as account_key,
       coalesce(c.customer_name, f.real_name)           as customer_name,
       lower(coalesce(c.customer_name, f.real_name))    as name_key,
       c.email,
       lower(c.email)                                   as email_key,
       c.mobile,
       n.label,
       coalesce(f.customer_type, c.customer_type)       as customer_type,
       coalesce(f.verified_status, c.verified_status)   as verified_status,
       coalesce(f.customer_level, c.customer_level)     as customer_level,
       c.frozen,
       case when d.arrears_minor > 0 or (f.flags ->> 'ARREARS')::boolean then 'ARREARS'
            when d.arrears_minor = 0 or not (f.flags ->> 'ARREARS')::boolean then 'NO_ARREARS'
            else 'UNKNOWN' end                          as available_quota,
       d.arrears_minor,
       f.month_expenditure_minor,
       case when f.month_expenditure_minor is not null
            then date_trunc('month', f.expenditure_as_of at time zone 'Asia/Shanghai')::date
            end                                         as expenditure_month,
       f.resources_expire_at,
       c.xaccount_id,
       c.xaccount_type,
       c.version + coalesce(n.version, 0)               as version,
       trigrams(lower(c.account_name))                  as account_trigrams,
       trigrams(lower(coalesce(c.customer_name, f.real_name))) as name_trigrams,
       trigrams(n.label)                                as label_trigrams
from association a
join customer c on c.id = a.customer_id
left join account_facts f on f.account_name = lower(c.account_name)
left join customer_arrears d on d.customer_id = a.customer_id and d.epoch = a.epoch
left join customer_label n on n.owner_partner_id = a.owner_partner_id and n.customer_id = a.customer_id
where a.ended_at is null;

-- The same as rows that can be searched: one per present link, rewritten in the transaction of every change. No
-- foreign keys: their locks would meet those of whoever changes the link.
create table customer_listing (
    customer_id             uuid         primary key,
    partner_id              uuid         not null,
    owner_partner_id        uuid         not null,
    association_id          uuid         not null,
    associated_at           timestamptz  not null,
    epoch                   integer      not null,
    association_type        text         not null,
    account_manager_id      uuid,
    account_name            varchar(64)  not null,
    account_key             text         not null,
    customer_name           varchar(128),
    name_key                text,
    email                   varchar(256),
    email_key               text,
    mobile                  varchar(32),
    label                   varchar(64),
    customer_type           smallint     not null,
    verified_status         smallint     not null,
    customer_level          text         not null,
    frozen                  smallint     not null,
    available_quota         text         not null,
    arrears_minor           bigint,
    month_expenditure_minor bigint,
    expenditure_month       date,
    resources_expire_at     timestamptz,
    xaccount_id             varchar(128),
    xaccount_type           varchar(64),
    version                 bigint       not null,
    account_trigrams        integer[]    not null,
    name_trigrams           integer[],
    label_trigrams          integer[]
);

insert into customer_listing select * from present_customer;

-- Newest link first; each filter's index keeps that order behind its column, so that a page is read and nothing sorted.
create index listing_newest on customer_listing (owner_partner_id, associated_at desc, customer_id desc);
create index listing_manager on customer_listing (owner_partner_id, account_manager_id, associated_at desc, customer_id desc);
create index listing_type on customer_listing (owner_partner_id, association_type, associated_at desc, customer_id desc);
create index listing_frozen on customer_listing (owner_partner_id, frozen, associated_at desc, customer_id desc);
create index listing_quota on customer_listing (owner_partner_id, available_quota, associated_at desc, customer_id desc);
create index listing_label on customer_listing (owner_partner_id, label, associated_at desc, customer_id desc);
create index listing_email on customer_listing (owner_partner_id, email_key, associated_at desc, customer_id desc);
create index listing_mobile on customer_listing (owner_partner_id, mobile, associated_at desc, customer_id desc);
create index listing_account on customer_listing
    (owner_partner_id, account_key text_pattern_ops, associated_at desc, customer_id desc);
create index listing_name on customer_listing
    (owner_partner_id, name_key text_pattern_ops, associated_at desc, customer_id desc);
create index listing_expenditure on customer_listing
    (owner_partner_id, expenditure_month, month_expenditure_minor, associated_at desc, customer_id desc);
create index listing_expiry on customer_listing
    (owner_partner_id, resources_expire_at, associated_at desc, customer_id desc);

create index listing_infix on customer_listing
    using gin (owner_partner_id, account_trigrams, name_trigrams, label_trigrams) with (fastupdate = off);

drop index customer_account_infix;
drop index customer_name_infix;
