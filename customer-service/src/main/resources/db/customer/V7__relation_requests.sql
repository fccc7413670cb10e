-- Three kinds of request about a link go one way: to end it, to change its model (DIS-06), to move the customer to
-- another partner of the distributor (DIS-14). Transfers are not counted: they block no slot (DIS-03).
alter table disassociation
    add column kind           text        not null default 'DISASSOCIATION'
        check (kind in ('DISASSOCIATION', 'MODEL_SWITCH', 'TRANSFER')),
    add column from_type      text        check (from_type in ('ADVISORY', 'RESALE')),
    add column to_type        text        check (to_type in ('ADVISORY', 'RESALE')),
    add column to_partner_id  uuid,
    add column answer_by      timestamptz,
    add column unknown_checks text[]      not null default '{}',
    alter column slot drop not null,
    alter column blocked_until drop not null;

update disassociation d
set from_type = a.association_type, answer_by = d.requested_at + interval '30 days'
from association a
where a.customer_id = d.customer_id and a.epoch = d.epoch;

alter table disassociation
    alter column kind drop default,
    alter column from_type set not null,
    alter column answer_by set not null,
    add constraint disassociation_switch
        check ((kind = 'MODEL_SWITCH') = (to_type is not null) and (to_type is null or to_type <> from_type)),
    add constraint disassociation_transfer check ((kind = 'TRANSFER') = (to_partner_id is not null)
        and (to_partner_id is null or (to_partner_id <> owner_partner_id and initiator = 'PARTNER'))),
    add constraint disassociation_counted
        check ((kind = 'TRANSFER') = (slot is null) and (kind = 'TRANSFER') = (blocked_until is null)),
    add constraint disassociation_answer_by check (answer_by > requested_at);

create index disassociation_unanswered on disassociation (answer_by) where state = 'PENDING';
create index disassociation_of_tenant on disassociation (partner_id, id desc) where kind = 'TRANSFER';

-- Since when a step waits, when the operators were told that it is stuck, and the cash the customer keeps (DIS-09).
alter table disassociation_step
    add column waiting_since timestamptz,
    add column alerted_at    timestamptz,
    add column kept_minor    bigint check (kept_minor >= 0);

update disassociation_step s
set waiting_since = d.decided_at
from disassociation d
where d.id = s.disassociation_id;

alter table disassociation_step
    alter column waiting_since set not null,
    add constraint disassociation_step_kept check (kept_minor is null or amount_minor is not null),
    add constraint disassociation_step_alerted check (alerted_at >= waiting_since);

create index disassociation_step_waiting on disassociation_step (waiting_since) where done_at is null;
