create extension if not exists btree_gin;

-- One of e-mail and mobile number is enough, and the account a prospect has already counts as his identity as well (4.3).
-- A row in review is not registered yet: its 15 days begin with the vendor's approval (PRE-02, PRE-05).
alter table pre_registration
    add column existing_account_name varchar(64) check (existing_account_name <> ''),
    add column country               text check (country ~ '^[A-Z]{2}$'),
    add column created_at            timestamptz,
    add column review_reasons        text[]       not null default '{}',
    add column unknown_facts         text[]       not null default '{}',
    add column reject_reason         varchar(256) check (reject_reason <> ''),
    add column reviewed_by           text,
    add column reviewed_at           timestamptz,
    alter column email drop not null,
    alter column registered_at drop not null,
    alter column valid_until drop not null;

update pre_registration set created_at = registered_at;

alter table pre_registration
    alter column created_at set not null,
    add constraint pre_registration_reachable check (email is not null or mobile is not null),
    add constraint pre_registration_validity check (
        (registered_at is null) = (valid_until is null)
        and (state not in ('REGISTERED', 'EXPIRED') or registered_at is not null)),
    add constraint pre_registration_review check (
        (reviewed_at is null) = (reviewed_by is null)
        and (reject_reason is null or reviewed_at is not null)
        and (state <> 'PENDING_REVIEW' or (registered_at is null and reviewed_at is null and review_reasons <> '{}'))
        and (state <> 'REVIEW_REJECTED' or reject_reason is not null));

create unique index pre_registration_account on pre_registration (lower(existing_account_name))
    where state in ('PENDING_REVIEW', 'REGISTERED') and existing_account_name is not null;
create index pre_registration_due on pre_registration (valid_until) where state = 'REGISTERED';
-- A partner's list is ordered by creation, so that a filter by day finds its page in the same index.
drop index pre_registration_of_owner;
create index pre_registration_of_owner on pre_registration (owner_partner_id, created_at desc, id desc);
create index pre_registration_of_state on pre_registration (owner_partner_id, state, created_at desc, id desc);
create index pre_registration_of_manager on pre_registration
    (owner_partner_id, account_manager_id, created_at desc, id desc);
create index pre_registration_of_email on pre_registration (owner_partner_id, email);
create index pre_registration_of_mobile on pre_registration (owner_partner_id, mobile);
create index pre_registration_name_infix on pre_registration
    using gin (owner_partner_id, lower(customer_name) gin_trgm_ops);
create index pre_registration_for_vendor on pre_registration (state, id desc);

-- Whether a prospect is a partner's customer already is asked by each of his names (PRE-04).
create index customer_by_email on customer (lower(email));
create index customer_by_mobile on customer (mobile);
