-- Records and requests are read newest first; each filter's index keeps that order behind its column, so that a page is
-- read and nothing sorted, however many rows a partner has.
drop index association_event_of_owner;
drop index association_event_of_customer;
create index association_event_of_owner on association_event (owner_partner_id, created_at desc, id desc);
create index association_event_of_customer on association_event (customer_id, created_at desc, id desc);

drop index disassociation_of_owner;
drop index disassociation_of_customer;
drop index disassociation_of_tenant;
create index disassociation_of_owner on disassociation (owner_partner_id, requested_at desc, id desc);
create index disassociation_of_kind on disassociation (owner_partner_id, kind, requested_at desc, id desc);
create index disassociation_of_state on disassociation (owner_partner_id, kind, state, requested_at desc, id desc);
create index disassociation_of_customer on disassociation (customer_id, requested_at desc, id desc);
create index disassociation_of_tenant on disassociation (partner_id, requested_at desc, id desc) where kind = 'TRANSFER';
create index disassociation_of_tenant_state on disassociation (partner_id, state, requested_at desc, id desc)
    where kind = 'TRANSFER';

-- An account manager's come by way of his links.
create index association_of_manager on association (owner_partner_id, account_manager_id, customer_id, epoch);
