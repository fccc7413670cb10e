-- Requests for orders that should have taken effect already (ORD-12).
create index customer_order_overdue on customer_order (effective_by, id)
    where status = 'PENDING_PAYMENT' and combined_id is null and effective_by is not null;
