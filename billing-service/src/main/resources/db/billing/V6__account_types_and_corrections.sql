-- What a partner's money may be: cash, a credit line, bonus, deposit, and what an open withdrawal holds. A customer has
-- cash and, where credit was appropriated, credit.
alter table account drop constraint account_type_check;
alter table account add constraint account_type
    check (type in ('CASH', 'CREDIT', 'BONUS', 'DEPOSIT', 'HELD', 'CLEARING'));
alter table account add constraint account_type_of_owner
    check (owner_kind = 'PARTNER' or type in ('CASH', 'CREDIT', 'CLEARING'));

-- A partner's credit account runs from 0 down to its line; a line stands nowhere else.
alter table account add column credit_limit_minor bigint not null default 0 check (credit_limit_minor >= 0);
alter table account add constraint account_credit_line
    check (credit_limit_minor = 0 or (type = 'CREDIT' and owner_kind = 'PARTNER'));
alter table account add constraint account_credit_used
    check (type <> 'CREDIT' or owner_kind <> 'PARTNER' or balance_minor <= 0);
alter table account drop constraint account_not_overdrawn;
alter table account add constraint account_not_overdrawn
    check (overdrawable or balance_minor + credit_limit_minor >= designated_minor);

-- Who may owe, per partner. The balance is in no index, so that changing it stays cheap.
create index account_that_may_owe on account (partner_id, owner_partner_id, id)
    where owner_kind = 'CUSTOMER' and overdrawable;

-- The words are the code's; an entry is corrected by a new one, once.
alter table entry drop constraint entry_kind_check;
alter table entry add constraint entry_kind check (kind ~ '^[A-Z][A-Z_]{1,39}$');
alter table entry add column reverses uuid references entry (id);
create unique index entry_reversed_once on entry (reverses) where reverses is not null;
