-- Below what free cash the partner wants to be told.
alter table account add column alert_below_minor bigint check (alert_below_minor > 0);
alter table account add constraint account_alert
    check (alert_below_minor is null or (owner_kind = 'PARTNER' and type = 'CASH'));

-- What does not agree when accounts are counted from zero, and how far the count has come.
create table ledger_difference (
    id            uuid        primary key,
    account_id    uuid        not null references account (id),
    what          text        not null check (what in ('BALANCE', 'ENTRIES')),
    booked_minor  bigint      not null,
    counted_minor bigint      not null check (counted_minor <> booked_minor),
    found_at      timestamptz not null,
    unique (account_id, what)
);

create table ledger_count_position (
    only_one   boolean primary key check (only_one),
    account_id uuid    not null
);

-- Statements are read by time, entries of the same moment by their sequence.
drop index entry_debit_time;
drop index entry_credit_time;
create index entry_debit_time on entry (debit_account, at, debit_sequence);
create index entry_credit_time on entry (credit_account, at, credit_sequence);
