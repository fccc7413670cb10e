-- VOU-01, VOU-05, I-11: the second line behind an issue. A coupon comes from a quota of its type that is NORMAL and within
-- its validity, lies inside that, and goes to nobody else where the quota names customers. How many coupons one customer
-- may have is decided under the lock of the quota's row, which a command holds when it counts them.
create or replace function coupon_inside_quota() returns trigger language plpgsql as $$
begin
    if not exists (select
                   from quota q
                   where q.id = new.quota_id and q.type = new.type
                     and new.effective_at >= q.effective_at and new.expires_at <= q.expires_at
                     and q.state = 'NORMAL' and new.created_at >= q.effective_at and new.created_at < q.expires_at
                     and (coalesce(jsonb_array_length(q.limits -> 'namedCustomers'), 0) = 0
                          or q.limits -> 'namedCustomers' @> to_jsonb(new.customer_id::text))) then
        raise exception 'coupon % is outside its quota', new.id using errcode = '23000';
    end if;
    return new;
end $$;
