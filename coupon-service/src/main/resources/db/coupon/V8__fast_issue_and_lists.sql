-- How many coupons one customer has of a quota that limits it (VOU-05, I-11).
create index coupon_of_holding on coupon (quota_id, customer_id) where limits is not null;

-- Lists of coupons, newest first, by each of their filters.
drop index coupon_of_owner;
create index coupon_of_owner on coupon (owner_partner_id, type, id desc);
create index coupon_created on coupon using brin (created_at); -- rows stand in the order of their time
create index coupon_effective on coupon (owner_partner_id, type, effective_at);
create index coupon_expires on coupon (owner_partner_id, type, expires_at);

-- The states that only few may be in; what is available is most of what is newest.
create index coupon_reclaimed on coupon (owner_partner_id, type, id desc) where reclaimed_at is not null;
create index coupon_expired on coupon (owner_partner_id, type, id desc)
    where expired_at is not null and reclaimed_at is null;
create index coupon_past_expiry on coupon (owner_partner_id, type, expires_at)
    where expired_at is null and reclaimed_at is null;
create index coupon_used on coupon (owner_partner_id, type, id desc)
    where balance_minor = 0 and expired_at is null and reclaimed_at is null;
