-- What of a payment's coupons are cash coupons; of earlier payments this is not known, their coupons count as vouchers.
alter table order_payment add column cash_coupon_minor bigint check (cash_coupon_minor >= 0),
    add constraint payment_cash_coupons check (cash_coupon_minor is null or reservation_id is not null);
