-- A partner finds only accounts that it gave something, and reads these by the index of its records without a link: an index
-- over the names of all accounts would lead through those of everybody else (X-10).
drop index known_account_by_name;
drop index known_account_by_account;
drop index known_account_name_infix;
drop index known_account_account_infix;
