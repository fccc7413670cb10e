-- The vendor's service types, replicated from partner-program-service; nobody's tenant.
create table service_type (
    code         varchar(64)  primary key check (code <> ''),
    name_zh      varchar(128) not null check (name_zh <> ''),
    name_en      varchar(128) not null check (name_en <> ''),
    abbreviation varchar(64)
);
