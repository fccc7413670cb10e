-- Money moves to resellers too (cash alone), and to customers as cash or credit.
alter table adjust_record add column target text not null default 'CUSTOMER' check (target in ('CUSTOMER', 'RESELLER'));
alter table adjust_record alter column target drop default;
alter table adjust_record add column account_type text not null default 'CASH'
    check (account_type in ('CASH', 'CREDIT'));
alter table adjust_record alter column account_type drop default;
alter table adjust_record add column remark text check (length(remark) between 1 and 256);
alter table adjust_record alter column epoch drop not null;
alter table adjust_record add constraint adjust_record_epoch check ((target = 'CUSTOMER') = (epoch is not null));
alter table adjust_record add constraint adjust_record_reseller_cash check (target = 'CUSTOMER' or account_type = 'CASH');

drop index adjust_record_returned_once;
create unique index adjust_record_returned_once on adjust_record (customer_id, epoch, account_type)
    where kind = 'BEUNBIND';

-- How many appropriations and reclaims a partner made on a day of the vendor's calendar (UTC+8).
create table adjust_day (
    owner_partner_id uuid    not null,
    day              date    not null,
    partner_id       uuid    not null,
    adjusts          integer not null check (adjusts > 0),
    primary key (owner_partner_id, day)
);

-- Finds where a period begins and ends in the sequence of an account.
create index entry_debit_time on entry (debit_account, at);
create index entry_credit_time on entry (credit_account, at);
