-- What the vendor's feed told about accounts, by login name; a fact not told is null, or missing among the flags (CUS-02).
create table account_facts (
    account_name            varchar(64)  primary key check (account_name = lower(account_name)),
    email                   varchar(256) check (email = lower(email)),
    mobile                  varchar(16)  check (mobile ~ '^\+[1-9][0-9]{6,14}$'),
    registered_at           timestamptz,
    country                 text         check (country ~ '^[A-Z]{2}$'),
    real_name               varchar(128),
    customer_type           smallint     check (customer_type in (-1, 0, 1)),
    verified_status         smallint     check (verified_status in (-1, 0, 1, 2)),
    customer_level          text         check (customer_level ~ '^V[0-5]$'),
    signing_entity          varchar(64),
    month_expenditure_minor bigint       check (month_expenditure_minor >= 0),
    currency                text         check (currency = 'CNY'),
    resources_expire_at     timestamptz,
    grace_days              integer      check (grace_days between 0 and 365),
    new_customer_tag        text         check (new_customer_tag in ('Y', 'N', 'UNDETERMINED')),
    tag_effective           date,
    tag_expires             date,
    flags                   jsonb        not null default '{}',
    as_of                   timestamptz  not null,
    check ((month_expenditure_minor is null) = (currency is null)),
    check (new_customer_tag is not null or (tag_effective is null and tag_expires is null))
);

create index account_facts_email on account_facts (email);
create index account_facts_mobile on account_facts (mobile);
