-- The second line behind the rules: what was issued stays as it was issued.

-- VOU-05: a voucher is valid only while its quota is.
create function voucher_inside_quota() returns trigger language plpgsql as $$
begin
    if exists (select
               from quota q
               where q.id = new.quota_id
                 and (new.effective_at < q.effective_at or new.expires_at > q.expires_at)) then
        raise exception 'voucher % is valid outside its quota', new.id using errcode = '23000';
    end if;
    return new;
end $$;

create trigger voucher_inside_quota before insert on voucher
    for each row execute function voucher_inside_quota();

-- VOU-06: its terms never change, only what is left of it; once reclaimed, nothing does (6.4).
create function voucher_keeps_its_terms() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.reclaimed_at is not null then
        raise exception 'voucher % cannot be changed', old.id using errcode = '23000';
    end if;
    if (new.id, new.partner_id, new.owner_partner_id, new.quota_id, new.customer_id, new.epoch, new.association_type,
        new.face_minor, new.minimum_minor, new.effective_at, new.expires_at, new.created_at)
       is distinct from
       (old.id, old.partner_id, old.owner_partner_id, old.quota_id, old.customer_id, old.epoch, old.association_type,
        old.face_minor, old.minimum_minor, old.effective_at, old.expires_at, old.created_at) then
        raise exception 'the terms of voucher % cannot be changed', old.id using errcode = '23000';
    end if;
    return new;
end $$;

create trigger voucher_keeps_its_terms before update or delete on voucher
    for each row execute function voucher_keeps_its_terms();

alter index voucher_live rename to voucher_of_link;
