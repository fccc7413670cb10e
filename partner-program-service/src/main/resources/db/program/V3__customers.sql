-- Who may get a key: the customers that customer-service announced.
create table known_customer (
    customer_id uuid primary key
);

-- Who holds one already is a customer.
insert into known_customer (customer_id)
select distinct customer_id from credential where customer_id is not null;
