-- Dashboards count customers by the months in which their links began and ended (DSH-01).
create index customer_link_began on customer_link (owner_partner_id, valid_from);
create index customer_link_ended on customer_link (owner_partner_id, valid_to) where valid_to is not null;
