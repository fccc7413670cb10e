-- Entries of a kind that an account has seldom, among millions of others.
create index entry_debit_kind on entry (debit_account, kind, at, debit_sequence);
create index entry_credit_kind on entry (credit_account, kind, at, credit_sequence);
