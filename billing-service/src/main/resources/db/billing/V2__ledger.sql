-- Balances; nothing but a ledger entry changes one. A clearing account stands for the bank outside the hub: it alone
-- may go below zero, and there is one per partner so that no row is everybody's.
create table account (
    id               uuid    primary key,
    partner_id       uuid    not null,
    owner_partner_id uuid    not null,
    owner_kind       text    not null check (owner_kind in ('PARTNER', 'CUSTOMER', 'VENDOR')),
    holder_id        uuid    not null,
    type             text    not null check (type in ('CASH', 'CLEARING')),
    currency         text    not null check (currency = 'CNY'),
    balance_minor    bigint  not null default 0,
    designated_minor bigint  not null default 0 check (designated_minor >= 0),
    overdrawable     boolean not null,
    entries          bigint  not null default 0 check (entries >= 0),
    unique (partner_id, owner_partner_id, owner_kind, holder_id, type, currency),
    unique (partner_id, id, currency),
    constraint account_not_overdrawn check (overdrawable or balance_minor >= designated_minor),
    check (overdrawable = (owner_kind = 'VENDOR')),
    check ((type = 'CLEARING') = (owner_kind = 'VENDOR')),
    check (owner_kind = 'CUSTOMER' or holder_id = owner_partner_id)
);

-- One row moves one amount from the debited to the credited account, so every movement is balanced by construction.
-- The foreign keys carry tenant and currency: no movement crosses either. Per account, sequences have no gap.
create table entry (
    id                   uuid        primary key,
    partner_id           uuid        not null,
    owner_partner_id     uuid        not null,
    transaction_id       uuid        not null,
    kind                 text        not null check (kind in ('RECHARGE', 'BEADJUST', 'BERETRIEVE', 'BEUNBIND')),
    debit_account        uuid        not null,
    credit_account       uuid        not null,
    amount_minor         bigint      not null check (amount_minor > 0),
    currency             text        not null,
    debit_sequence       bigint      not null check (debit_sequence > 0),
    credit_sequence      bigint      not null check (credit_sequence > 0),
    debit_balance_minor  bigint      not null,
    credit_balance_minor bigint      not null,
    at                   timestamptz not null,
    check (debit_account <> credit_account),
    constraint entry_transaction unique (owner_partner_id, transaction_id, kind),
    unique (debit_account, debit_sequence),
    unique (credit_account, credit_sequence),
    foreign key (partner_id, debit_account, currency) references account (partner_id, id, currency),
    foreign key (partner_id, credit_account, currency) references account (partner_id, id, currency)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger entry_append_only before update or delete or truncate on entry
    for each statement execute function refuse_change();
