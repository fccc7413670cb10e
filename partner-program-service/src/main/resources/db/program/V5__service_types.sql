-- The vendor's service types (产品类型); nobody's tenant. None is ever taken away: quotas and vouchers name their codes.
create table service_type (
    id           uuid         primary key,
    code         varchar(64)  not null unique check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$'),
    name_zh      varchar(128) not null check (name_zh <> ''),
    name_en      varchar(128) not null check (name_en <> ''),
    abbreviation varchar(64)  check (abbreviation <> '')
);
