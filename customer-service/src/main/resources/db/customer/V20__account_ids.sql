-- Every account the vendor's feed told of has an id before it is anybody's customer: that of the customer with its name,
-- or one which he will have (CSH-15). Two accounts never share one.
alter table account_facts
    add column account_id          uuid,
    add column master_account_name varchar(64) check (master_account_name = lower(master_account_name)),
    add column announced           jsonb; -- what other services have heard of it; null: nothing yet

update account_facts f
   set account_id = coalesce((select c.id from customer c where lower(c.account_name) = f.account_name), uuidv7());

alter table account_facts
    alter column account_id set not null,
    add constraint account_facts_account_id unique (account_id);

-- What was known before is announced little by little, or with the next news of the account.
create index account_facts_unannounced on account_facts (account_name) where announced is null;
