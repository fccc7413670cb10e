-- Why the balance was returned: the link ended, its model changed, or the customer moved to another partner.
alter table balance_return
    add column reason text not null default 'UNBIND' check (reason in ('UNBIND', 'MODEL_SWITCH', 'TRANSFER'));

alter table balance_return alter column reason drop default;

-- A customer's account may be flagged to go below zero: what he owes. A partner's never is, clearing always.
alter table account drop constraint account_check;
alter table account add constraint account_overdrawable
    check (case owner_kind when 'VENDOR' then overdrawable when 'PARTNER' then not overdrawable else true end);

-- All accounts of a customer in the hub, whoever his partners were.
create index account_of_customer on account (holder_id) where owner_kind = 'CUSTOMER';
