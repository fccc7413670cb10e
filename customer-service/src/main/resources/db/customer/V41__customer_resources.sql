-- What customers have in the cloud by the vendor's feed (ORD-21), also of accounts that are nobody's customers yet.
-- What is paid by use is no order: it has neither an end nor an order's number.
create table customer_resource (
    id                 uuid         primary key,
    resource_id        varchar(64)  not null unique,
    customer_id        uuid         not null,
    charging_mode      text         not null check (charging_mode in ('SUBSCRIPTION', 'PAY_PER_USE')),
    state              text         not null check (state in ('IN_USE', 'FROZEN', 'EXPIRED', 'RELEASED')),
    service_type_code  varchar(64)  not null,
    resource_type_code varchar(64),
    region_code        varchar(64)  not null,
    resource_name      varchar(256),
    specification      varchar(256),
    order_id           varchar(64),
    effective_at       timestamptz  not null,
    expires_at         timestamptz,
    as_of              timestamptz  not null,
    check ((charging_mode = 'SUBSCRIPTION') = (expires_at is not null)),
    check (charging_mode = 'SUBSCRIPTION' or order_id is null)
);

create index customer_resource_newest on customer_resource (customer_id, id desc);
create index customer_resource_mode on customer_resource (customer_id, charging_mode, id desc);
create index customer_resource_service on customer_resource (customer_id, service_type_code, id desc);
create index customer_resource_order on customer_resource (customer_id, order_id, id desc) where order_id is not null;
create index customer_resource_expiry on customer_resource (customer_id, expires_at) where expires_at is not null;
