-- A page of orders by what became of their latest request (ORD-03) reads an index of its own. What an order says of it is
-- what the request says: the key carries every change over.
alter table pay_on_behalf add constraint pay_on_behalf_with_state unique (id, state);

alter table customer_order add request_state text;

update customer_order o set request_state = r.state from pay_on_behalf r where r.id = o.request_id;

alter table customer_order add constraint customer_order_request_state
    foreign key (request_id, request_state) references pay_on_behalf (id, state) match full on update cascade;

create index customer_order_requested on customer_order (partner_id, owner_partner_id, request_state, created_at desc, id desc)
    where request_state is not null and combined_id is null;
