-- Who buys nothing at present: frozen customers (FRZ-01), and resale customers of restricted or frozen partners (0.4).
alter table known_customer add column frozen boolean not null default false;
alter table known_partner
    add column status text not null default 'NORMAL' check (status in ('NORMAL', 'RESTRICTED', 'FROZEN'));
