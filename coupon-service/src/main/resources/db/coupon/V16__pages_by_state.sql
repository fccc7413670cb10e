-- Pages of one state, newest first. The primary key stands in the order of ids, too, so that a planner who believes a state
-- to be frequent walks it backward over everybody's coupons; in the order of the ids' bytes, which is the same, only these serve.
-- What is used up stays used when its time passes: only what still had a balance expires.
drop index coupon_reclaimed;
drop index coupon_expired;
drop index coupon_used;
drop index coupon_past_expiry;
create index coupon_reclaimed on coupon (owner_partner_id, type, uuid_send(id) desc) where reclaimed_at is not null;
create index coupon_expired on coupon (owner_partner_id, type, uuid_send(id) desc)
    where expired_at is not null and reclaimed_at is null;
create index coupon_used on coupon (owner_partner_id, type, uuid_send(id) desc)
    where balance_minor = 0 and expired_at is null and reclaimed_at is null;
create index coupon_unspent on coupon (owner_partner_id, type, uuid_send(id) desc)
    where balance_minor > 0 and expired_at is null and reclaimed_at is null;
create index coupon_past_expiry on coupon (owner_partner_id, type, expires_at)
    where balance_minor > 0 and expired_at is null and reclaimed_at is null;
-- What began when it was issued has never been inactive.
create index coupon_begins_later on coupon (owner_partner_id, type, uuid_send(id) desc)
    where effective_at > created_at and balance_minor > 0 and expired_at is null and reclaimed_at is null;
