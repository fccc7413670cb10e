-- What is in an invoice stands with the order alone, and an invoice counts no versions.
drop table invoice_line;
drop trigger invoice_moves_forward on invoice;
alter table invoice drop column version;

-- The tax office keeps the use of electronic invoices only, and learns it of a return that is asked for or refused, too.
update invoice set tax_confirmed = false where tax_confirmed and medium = 'PAPER';
alter table invoice add constraint invoice_tax_confirmed check (medium = 'ELECTRONIC' or not tax_confirmed);

create or replace function invoice_moves_forward() returns trigger language plpgsql as $$
begin
    if (new.id, new.owner_partner_id, new.medium, new.seller, new.tax_rate, new.signing_entity)
       is distinct from (old.id, old.owner_partner_id, old.medium, old.seller, old.tax_rate, old.signing_entity)
       or (new.amount_minor <> old.amount_minor and old.state <> 'DRAFT')
       or (old.state, new.state) not in (
           ('DRAFT', 'UNDER_REVIEW'), ('DRAFT', 'REVOKED'),
           ('UNDER_REVIEW', 'ISSUING'), ('UNDER_REVIEW', 'DRAFT'), ('UNDER_REVIEW', 'REVOKING'),
           ('ISSUING', 'TO_SIGN'), ('ISSUING', 'ISSUED'), ('ISSUING', 'DRAFT'), ('ISSUING', 'REVOKING'),
           ('REVOKING', 'REVOKED'), ('REVOKING', 'ISSUING_REVOKE_FAILED'),
           ('ISSUING_REVOKE_FAILED', 'TO_SIGN'), ('ISSUING_REVOKE_FAILED', 'ISSUED'), ('ISSUING_REVOKE_FAILED', 'DRAFT'),
           ('TO_SIGN', 'ISSUED'), ('ISSUED', 'RETURNING'), ('RETURN_REFUSED', 'RETURNING'),
           ('RETURNING', 'RETURNED'), ('RETURNING', 'RETURN_REFUSED'),
           ('ISSUED', 'ISSUED'), ('RETURNING', 'RETURNING'), ('RETURN_REFUSED', 'RETURN_REFUSED'))
    then
        raise exception 'an invoice cannot go from % to %', old.state, new.state using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger invoice_moves_forward before update on invoice for each row execute function invoice_moves_forward();

-- An order is in an invoice of its seller, company and tax rate, and leaves it before it comes into another (INVO-07).
alter table invoice add constraint invoice_of_one_kind
    unique (partner_id, owner_partner_id, id, seller, signing_entity, tax_rate);
alter table billed_order drop constraint billed_order_partner_id_owner_partner_id_invoice_id_fkey;
alter table billed_order add constraint billed_order_in_invoice_of_its_kind
    foreign key (partner_id, owner_partner_id, invoice_id, seller, signing_entity, tax_rate)
    references invoice (partner_id, owner_partner_id, id, seller, signing_entity, tax_rate);

create function billed_order_in_one_invoice() returns trigger language plpgsql as $$
begin
    raise exception 'order % is in an invoice already', old.id using errcode = 'check_violation';
end
$$;

create trigger billed_order_in_one_invoice before update of invoice_id on billed_order
    for each row when (old.invoice_id <> new.invoice_id) execute function billed_order_in_one_invoice();

-- An offset is of equal tax rate and company (INVO-03). What stands of it becomes less as the order is refunded, and nothing
-- once the invoice it served has come back.
alter table owed_invoice add constraint owed_invoice_of_one_kind
    unique (partner_id, owner_partner_id, id, tax_rate, signing_entity);
alter table billed_order add constraint billed_order_of_one_kind
    unique (partner_id, owner_partner_id, id, tax_rate, signing_entity);

drop trigger owed_invoice_offset_append_only on owed_invoice_offset;
alter table owed_invoice_offset
    add column order_id       uuid,
    add column invoice_id     uuid,
    add column tax_rate       numeric(5, 2),
    add column signing_entity text,
    add column standing_minor bigint not null default 0;

update owed_invoice_offset f
set order_id       = case f.means when 'INVOICEABLE_AMOUNT' then f.source_id end,
    invoice_id     = case f.means when 'INVOICE_RETURNED' then f.source_id end,
    standing_minor = case f.means when 'INVOICEABLE_AMOUNT' then f.amount_minor else 0 end,
    tax_rate       = o.tax_rate,
    signing_entity = o.signing_entity
from owed_invoice o
where o.id = f.owed_invoice_id;

update owed_invoice_offset f
set standing_minor = f.amount_minor - least(f.amount_minor, greatest(0, x.excess_minor - x.newer_minor))
from (select f.id, b.excess_minor,
             coalesce(sum(f.amount_minor) over (partition by f.order_id order by f.id desc
                                                rows between unbounded preceding and 1 preceding), 0) as newer_minor
      from owed_invoice_offset f
      join billed_order b on b.id = f.order_id) x
where x.id = f.id;

update owed_invoice_offset f
set standing_minor = 0
from owed_invoice o, invoice i, billed_order b
where o.id = f.owed_invoice_id and i.owner_partner_id = o.owner_partner_id and i.number = o.invoice_number
  and i.state = 'RETURNED' and b.id = f.order_id and b.invoice_id is null;

alter table owed_invoice_offset
    drop column source_id,
    alter column tax_rate set not null,
    alter column signing_entity set not null,
    add constraint owed_invoice_offset_by_order check ((means = 'INVOICEABLE_AMOUNT') = (order_id is not null)),
    add constraint owed_invoice_offset_by_invoice check ((means = 'INVOICE_RETURNED') = (invoice_id is not null)),
    add constraint owed_invoice_offset_standing
        check (standing_minor between 0 and case when order_id is null then 0 else amount_minor end),
    add constraint owed_invoice_offset_of_equal_kind
        foreign key (partner_id, owner_partner_id, owed_invoice_id, tax_rate, signing_entity)
        references owed_invoice (partner_id, owner_partner_id, id, tax_rate, signing_entity),
    add constraint owed_invoice_offset_order_of_equal_kind
        foreign key (partner_id, owner_partner_id, order_id, tax_rate, signing_entity)
        references billed_order (partner_id, owner_partner_id, id, tax_rate, signing_entity),
    add foreign key (partner_id, owner_partner_id, invoice_id) references invoice (partner_id, owner_partner_id, id);

create index owed_invoice_offset_of_order on owed_invoice_offset (order_id, id) where standing_minor > 0;
create index owed_invoice_offset_open on owed_invoice_offset (partner_id, owner_partner_id) where standing_minor > 0;

create function owed_invoice_offset_only_ends() returns trigger language plpgsql as $$
begin
    if to_jsonb(new) - 'standing_minor' <> to_jsonb(old) - 'standing_minor' or new.standing_minor >= old.standing_minor then
        raise exception 'an offset only ends' using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger owed_invoice_offset_only_ends before update on owed_invoice_offset
    for each row execute function owed_invoice_offset_only_ends();
create trigger owed_invoice_offset_kept before delete or truncate on owed_invoice_offset
    for each statement execute function refuse_change();

-- What stands in for owed invoices, what was refunded and what is left are the order.
alter table billed_order drop constraint billed_order_not_exceeded;
update billed_order b
set offset_minor = coalesce((select sum(f.standing_minor) from owed_invoice_offset f where f.order_id = b.id), 0)
where b.offset_minor > 0;
alter table billed_order
    drop column excess_minor,
    add constraint billed_order_not_exceeded check (refunded_minor + offset_minor <= amount_minor);

-- References of the vendor's feed and of refunds are apart; one refund may leave several invoices owed.
alter table owed_invoice add column refund_reference text;
update owed_invoice o
set refund_reference = o.reference, reference = null
from billed_order_refund r
where r.owed_invoice_id = o.id;
alter table billed_order_refund drop column owed_invoice_id;
alter table owed_invoice
    add constraint owed_invoice_told_or_refunded check (reference is null or refund_reference is null),
    add foreign key (owner_partner_id, refund_reference) references billed_order_refund (owner_partner_id, reference);
