-- Names stand beside the newest links, so that the beginning of a name is looked for in many of them without their rows.
drop index listing_newest;
create index listing_newest on customer_listing (owner_partner_id, associated_at desc, customer_id desc)
    include (account_key, name_key);
