-- How many coupons one customer has of a quota that limits it (VOU-05, I-11).
create index coupon_of_holding on coupon (quota_id, customer_id) where limits is not null;
