-- One account name, one account: what the vendor tells about a name concerns one customer (CUS-02).
drop index customer_account;
create unique index customer_account on customer (lower(account_name));

-- What is worth nothing soonest is sent first.
create index mail_urgent on mail (discard_at) where state = 'QUEUED';
