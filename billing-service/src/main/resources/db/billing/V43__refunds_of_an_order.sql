-- All unsubscriptions of an order are judged together (ORD-16), and a combined order lists the refunds of its parts (ORD-14).
create index order_refund_of_paid_order on order_refund (order_id, id desc);

-- How far what was paid too late is on its way back (ORD-22).
create index provider_instruction_given_back on provider_instruction (payment_id, id desc) where payment_id is not null;
