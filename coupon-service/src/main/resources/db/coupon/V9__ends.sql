-- The end of a link is one step, taking back its coupons may be many: ENDING until all are seen, WAITING while payments of
-- some run, DONE once the summary is announced. Each step commits by itself and can be taken up again after it.
alter table ended_link
    add column owner_partner_id uuid,
    add column cause            text   check (cause in ('DISASSOCIATED', 'SWITCHED', 'TRANSFERRED')),
    add column state            text   not null default 'DONE' check (state in ('ENDING', 'WAITING', 'DONE')),
    add column coupons          bigint not null default 0 check (coupons >= 0),
    add column amount_minor     bigint not null default 0 check (amount_minor >= 0),
    add column waits_for        uuid[] not null default '{}', -- coupons that end with their running payment
    add constraint ended_link_resumes check (state = 'DONE' or (owner_partner_id is not null and cause is not null));

create index ended_link_open on ended_link (ended_at) where state <> 'DONE';

alter table coupon add column expiring_told boolean not null default false; -- the customer heard that it expires soon

-- What can still end: by customer for the ends of links, by time for expiry and its notice.
create index coupon_live on coupon (customer_id, id)
    where reclaimed_at is null and expired_at is null and balance_minor > 0;
create index coupon_expiry on coupon (expiring_told, expires_at)
    where reclaimed_at is null and expired_at is null and balance_minor > 0;
drop index coupon_of_link;

-- Coupons that were taken back at once share one line of their quota's journal, whose reference this is.
alter table operation_record add column bulk_id uuid;

-- A reversal (6) ends a coupon like the ends of links, expiry and the beginning of a link do.
drop index operation_record_taken_back_once;
create unique index operation_record_taken_back_once on operation_record (coupon_id)
    where operation_type in (3, 4, 6, 7, 8, 9) and succeeded;
