-- Checks of a link nobody could answer when it began (CUS-02).
alter table association add column unknown_checks text[] not null default '{}';

-- Days of grace for pay-per-use resources that the hub has given a customer (ASC-05, DIS-09).
alter table customer add column grace_days integer check (grace_days between 0 and 365);


-- What happened to relations, append-only (LOG-01); a link that began stands under its own id. Requests stand in their
-- own table.
create table association_event (
    id               uuid        primary key,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    customer_id      uuid        not null,
    epoch            integer     not null,
    kind             text        not null check (kind in ('ASSOCIATE', 'SWITCH', 'DISASSOCIATE', 'TRANSFER')),
    initiator        text        not null check (initiator in ('PARTNER', 'CUSTOMER')),
    from_type        text        check (from_type in ('ADVISORY', 'RESALE')),
    to_type          text        check (to_type in ('ADVISORY', 'RESALE')),
    reason           text,
    state            text        not null check (state in ('PENDING', 'DONE', 'REJECTED', 'CANCELLED', 'FAILED')),
    created_at       timestamptz not null,
    created_by       text,
    decided_at       timestamptz check (decided_at >= created_at),
    decided_by       text,
    foreign key (customer_id, epoch) references association (customer_id, epoch),
    check ((state = 'PENDING') = (decided_at is null))
);

create index association_event_of_owner on association_event (owner_partner_id, id desc);
create index association_event_of_customer on association_event (customer_id, id desc);

insert into association_event (id, partner_id, owner_partner_id, customer_id, epoch, kind, initiator, to_type, state,
                               created_at, decided_at, decided_by)
select a.id, a.partner_id, a.owner_partner_id, a.customer_id, a.epoch, 'ASSOCIATE', 'PARTNER', a.association_type,
       'DONE', a.associated_at, a.associated_at, c.account_name
from association a
join customer c on c.id = a.customer_id;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger association_event_append_only before update or delete or truncate on association_event
    for each statement execute function refuse_change();
