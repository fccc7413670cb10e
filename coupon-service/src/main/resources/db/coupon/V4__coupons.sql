-- Vouchers and cash coupons (现金券) live one life and share one table (chapter 7: "in addition to chapter 6").
alter table voucher rename to coupon;
alter table coupon rename constraint voucher_pkey to coupon_pkey;
alter index voucher_of_owner rename to coupon_of_owner;
alter index voucher_of_customer rename to coupon_of_customer;
alter index voucher_of_link rename to coupon_of_link;

alter table coupon
    drop constraint voucher_check1,
    drop constraint voucher_check2,
    add column type            text        not null default 'VOUCHER' check (type in ('VOUCHER', 'CASH_COUPON')),
    add column used_minor      bigint      not null default 0 check (used_minor >= 0),
    add column expired_minor   bigint      not null default 0 check (expired_minor >= 0),
    add column locked_minor    bigint      not null default 0 check (locked_minor >= 0),
    add column limits          jsonb,      -- null: what it can be used for is not limited (VOU-05)
    add column invoice_to_user boolean     not null default false,
    add column signing_entity  varchar(64),
    add column used_times      integer     not null default 0 check (used_times >= 0),
    add column last_used_at    timestamptz,
    add column expired_at      timestamptz, -- when what was left went back to the quota
    add column ending          smallint    check (ending between 1 and 9), -- goes back as soon as no payment runs (REC-06)
    alter column association_type drop not null;
alter table coupon drop constraint voucher_epoch_check;
alter table coupon
    add constraint coupon_epoch check (epoch >= 0), -- 0: given without a link, as cash coupons are
    add constraint coupon_link check ((epoch = 0) = (association_type is null)),
    add constraint coupon_face check (face_minor = balance_minor + used_minor + reclaimed_minor + expired_minor),
    add constraint coupon_lock check (locked_minor <= balance_minor),
    add constraint coupon_end check ((reclaimed_at is null or expired_at is null)
                                     and ((reclaimed_at is null and expired_at is null) or balance_minor = 0));

-- VOU-05: a coupon is valid only while its quota is, and of its quota's type.
drop trigger voucher_inside_quota on coupon;
drop function voucher_inside_quota();
create function coupon_inside_quota() returns trigger language plpgsql as $$
begin
    if not exists (select
                   from quota q
                   where q.id = new.quota_id and q.type = new.type
                     and new.effective_at >= q.effective_at and new.expires_at <= q.expires_at) then
        raise exception 'coupon % is outside its quota', new.id using errcode = '23000';
    end if;
    return new;
end $$;

create trigger coupon_inside_quota before insert on coupon
    for each row execute function coupon_inside_quota();

-- VOU-06: the terms of a coupon never change, only what is left of it; a reclaimed or expired one stays so (6.4), and what
-- is refunded to it later leaves it at once (REC-06, USE-07).
drop trigger voucher_keeps_its_terms on coupon;
drop function voucher_keeps_its_terms();
create function coupon_keeps_its_terms() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'coupon % cannot be deleted', old.id using errcode = '23000';
    end if;
    if (new.id, new.type, new.partner_id, new.owner_partner_id, new.quota_id, new.customer_id, new.epoch,
        new.association_type, new.face_minor, new.minimum_minor, new.limits, new.invoice_to_user, new.signing_entity,
        new.effective_at, new.expires_at, new.created_at)
       is distinct from
       (old.id, old.type, old.partner_id, old.owner_partner_id, old.quota_id, old.customer_id, old.epoch,
        old.association_type, old.face_minor, old.minimum_minor, old.limits, old.invoice_to_user, old.signing_entity,
        old.effective_at, old.expires_at, old.created_at) then
        raise exception 'the terms of coupon % cannot be changed', old.id using errcode = '23000';
    end if;
    if (old.reclaimed_at is not null and new.reclaimed_at is distinct from old.reclaimed_at)
       or (old.expired_at is not null and new.expired_at is distinct from old.expired_at) then
        raise exception 'coupon % has ended', old.id using errcode = '23000';
    end if;
    if (old.reclaimed_at is not null or old.expired_at is not null)
       and (new.used_minor >= old.used_minor or new.used_times > old.used_times) then
        raise exception 'coupon % has ended', old.id using errcode = '23000';
    end if;
    return new;
end $$;

create trigger coupon_keeps_its_terms before update or delete on coupon
    for each row execute function coupon_keeps_its_terms();

-- A quota and its buckets: what was granted is available, delegated to resellers, live in coupons, used, expired, written
-- off, or withdrawn by the grantor (I-01). A reseller's quota hangs under the distributor's it was split off from (I-09).
alter table quota
    drop constraint quota_check2,
    drop constraint quota_granted_minor_check,
    add constraint quota_granted check (granted_minor >= 0),
    add column type            text   not null default 'VOUCHER' check (type in ('VOUCHER', 'CASH_COUPON')),
    add column parent_quota_id uuid,
    add column delegated_minor bigint not null default 0 check (delegated_minor >= 0),
    add column used_minor      bigint not null default 0 check (used_minor >= 0),
    add column expired_minor   bigint not null default 0 check (expired_minor >= 0),
    add column withdrawn_minor bigint not null default 0 check (withdrawn_minor >= 0),
    add column limits          jsonb, -- null: not limited (VOU-05)
    add column invoice_to_user boolean not null default false,
    add column signing_entity  varchar(64),
    add foreign key (partner_id, parent_quota_id) references quota (partner_id, id),
    add constraint quota_conserved check (granted_minor = available_minor + delegated_minor + live_minor + used_minor
                                                          + expired_minor + written_minor + withdrawn_minor),
    add constraint quota_two_levels check ((parent_quota_id is null) = (owner_partner_id = partner_id)),
    add constraint quota_never_its_own_parent check (parent_quota_id <> id),
    add constraint quota_reclaimed_from_reseller check (state <> 'RECLAIMED' or parent_quota_id is not null),
    add constraint quota_delegates_vouchers check (type = 'VOUCHER' or (parent_quota_id is null and delegated_minor = 0)),
    add constraint quota_invoices_by_entity check (not invoice_to_user
                                                   or (type = 'CASH_COUPON' and signing_entity is not null));

create index quota_of_parent on quota (parent_quota_id, id desc) where parent_quota_id is not null;

-- Every movement names the bucket it left and the one it reached, so that a balance can be counted again from zero.
alter table quota_journal drop constraint quota_journal_kind_check;
alter table quota_journal
    add column source    text,
    add column target    text,
    add column reference uuid; -- the coupon, quota, order or bulk of coupons that moved it
alter table quota_journal disable trigger quota_journal_append_only;
update quota_journal
   set source = case kind when 'GRANTED' then 'GRANTOR' when 'ISSUED' then 'AVAILABLE' else 'LIVE' end,
       target = case kind when 'GRANTED' then 'AVAILABLE' when 'ISSUED' then 'LIVE' when 'RECLAIMED' then 'AVAILABLE'
                          else 'WRITTEN_OFF' end;
alter table quota_journal enable trigger quota_journal_append_only;
alter table quota_journal
    alter column source set not null,
    alter column target set not null,
    add constraint quota_journal_kind check (kind in ('GRANTED', 'WITHDRAWN', 'DELEGATED', 'TAKEN_BACK', 'ISSUED', 'USED',
                                                      'REFUNDED', 'RECLAIMED', 'EXPIRED', 'WRITTEN_OFF')),
    add constraint quota_journal_buckets check (
        source in ('GRANTOR', 'AVAILABLE', 'DELEGATED', 'LIVE', 'USED')
        and target in ('AVAILABLE', 'DELEGATED', 'LIVE', 'USED', 'EXPIRED', 'WRITTEN_OFF', 'WITHDRAWN')
        and source <> target);

-- Records speak of coupons of both types.
alter table operation_record rename column voucher_id to coupon_id;
alter table operation_record
    add column coupon_type text not null default 'VOUCHER' check (coupon_type in ('VOUCHER', 'CASH_COUPON'));

-- A coupon ends once, whatever took it: 3 the link's end, 4 its expiry, 7 a link's beginning, 8 a change of model,
-- 9 a transfer (I-06). By hand (2) a part can be taken, and later another.
drop index operation_record_taken_back_once;
create unique index operation_record_taken_back_once on operation_record (coupon_id)
    where operation_type in (3, 4, 7, 8, 9) and succeeded;
