-- Quotas of the vendor's making and those of resellers: versions for adjustments, their end, and how often they were checked.
alter table quota
    add column version    integer     not null default 1 check (version > 0), -- counts what the vendor changed
    add column told_at    timestamptz, -- when its holder was told that it expires soon
    add column expired_at timestamptz, -- when what was left of it expired
    add constraint quota_expires_whole check (expired_at is null or (available_minor = 0
                                                                     and state in ('INVALID', 'RECLAIMED'))),
    -- REC-09: the whole rest goes back, and whatever returns later passes through.
    add constraint quota_reclaimed_whole check (state <> 'RECLAIMED' or available_minor = 0),
    add constraint quota_passed_once check (parent_quota_id is null or delegated_minor = 0);

-- I-09, QUO-05: above a reseller's quota stands one that the vendor granted its distributor, of the same type.
alter table quota
    add constraint quota_as_parent unique (partner_id, id, owner_partner_id, type),
    add constraint quota_under_the_distributors foreign key (partner_id, parent_quota_id, partner_id, type)
        references quota (partner_id, id, owner_partner_id, type),
    drop constraint quota_partner_id_parent_quota_id_fkey;

create index quota_of_resellers on quota (partner_id, id desc) where parent_quota_id is not null;
create index quota_to_expire on quota (expires_at) where expired_at is null and state <> 'RECLAIMED';
create index quota_to_tell on quota (expires_at) where told_at is null and expired_at is null and state <> 'RECLAIMED';
create index coupon_of_quota on coupon (quota_id, id desc);

-- What was granted stays as it was granted, but for its value, its validity and its state; what is over stays over.
create function quota_keeps_its_terms() returns trigger language plpgsql as $$
begin
    if (new.id, new.type, new.partner_id, new.owner_partner_id, new.parent_quota_id, new.currency, new.limits,
        new.invoice_to_user, new.signing_entity, new.created_at)
       is distinct from
       (old.id, old.type, old.partner_id, old.owner_partner_id, old.parent_quota_id, old.currency, old.limits,
        old.invoice_to_user, old.signing_entity, old.created_at) then
        raise exception 'the terms of quota % cannot be changed', old.id using errcode = '23000';
    end if;
    if (old.state = 'RECLAIMED' and new.state <> 'RECLAIMED')
       or (old.expired_at is not null and (new.expired_at, new.state, new.expires_at)
                                          is distinct from (old.expired_at, old.state, old.expires_at)) then
        raise exception 'quota % is over', old.id using errcode = '23000';
    end if;
    return new;
end $$;

create trigger quota_keeps_its_terms
    before update of id, type, partner_id, owner_partner_id, parent_quota_id, currency, limits, invoice_to_user,
                     signing_entity, created_at, state, expires_at, expired_at on quota
    for each row execute function quota_keeps_its_terms();

-- I-11: a reseller's quota is valid only while its distributor's is, and no live coupon outlives its quota.
create function quota_validity_holds() returns trigger language plpgsql as $$
begin
    if new.parent_quota_id is not null and exists (
           select
           from quota p
           where p.id = new.parent_quota_id
             and (new.effective_at < p.effective_at or new.expires_at > p.expires_at)) then
        raise exception 'quota % is valid outside the one it was split off from', new.id using errcode = '23000';
    end if;
    if tg_op = 'UPDATE' and exists (
           select
           from coupon c
           where c.quota_id = new.id and c.balance_minor > 0
             and (c.effective_at < new.effective_at or c.expires_at > new.expires_at)) then
        raise exception 'a live coupon is outside of quota %', new.id using errcode = '23000';
    end if;
    return new;
end $$;

create trigger quota_validity_holds before insert or update of effective_at, expires_at on quota
    for each row execute function quota_validity_holds();

-- Who passed quota on to which reseller and took it back, failures included (操作记录); append-only.
create table quota_record (
    id               uuid        primary key,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null, -- the reseller
    operation_type   smallint    not null check (operation_type in (10, 11)),
    quota_id         uuid        not null, -- the reseller's
    parent_quota_id  uuid        not null,
    amount_minor     bigint      not null check (amount_minor >= 0),
    succeeded        boolean     not null,
    operator         text        not null,
    remark           text        check (length(remark) <= 256),
    at               timestamptz not null
);

create index quota_record_of_tenant on quota_record (partner_id, id desc);
create index quota_record_of_reseller on quota_record (owner_partner_id, id desc);
create index quota_record_of_parent on quota_record (parent_quota_id, id desc);
create index quota_record_of_quota on quota_record (quota_id, id desc);
-- Taken back once, whatever took it (REC-09, REC-10).
create unique index quota_record_taken_back_once on quota_record (quota_id) where operation_type = 11 and succeeded;

create trigger quota_record_append_only before update or delete on quota_record
    for each row execute function refuse_change();

-- A reseller that left its distributor gets nothing more from it (REC-10).
alter table known_partner add column released_at timestamptz;

-- Where the counting of quotas from zero has come to, and what did not agree.
create table quota_count_position (
    only_one boolean primary key check (only_one),
    quota_id uuid    not null
);

create table quota_difference (
    id            uuid        primary key,
    quota_id      uuid        not null references quota,
    what          text        not null,
    booked_minor  numeric     not null,
    counted_minor numeric     not null,
    found_at      timestamptz not null,
    unique (quota_id, what),
    check (booked_minor <> counted_minor)
);
