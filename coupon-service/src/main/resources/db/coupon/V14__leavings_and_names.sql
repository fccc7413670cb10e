-- Members who left their enterprise and still have vouchers of the time before: these go back step by step, each step in a
-- transaction of its own, and the row goes with the last of them (REC-08).
create table enterprise_leaving (
    member_id uuid        primary key,
    left_at   timestamptz not null
);

-- Who got something without a link is found in the operation log by what the vendor calls him (CSH-11, X-10).
create index known_account_by_name on known_account (lower(name) text_pattern_ops);
create index known_account_by_account on known_account (lower(account_name) text_pattern_ops);
create index known_account_name_infix on known_account using gin (trigrams(lower(name))) with (fastupdate = off);
create index known_account_account_infix on known_account using gin (trigrams(lower(account_name)))
    with (fastupdate = off);
create index operation_record_without_link on operation_record (owner_partner_id, customer_id) where epoch = 0;
