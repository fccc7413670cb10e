-- What a partner and his people have set for themselves (PRE-01, INV-07, X-01).
alter table known_partner
    add column allowed_association_types text[]  not null default array ['ADVISORY', 'RESALE']
        check (allowed_association_types <@ array ['ADVISORY', 'RESALE']),
    add column code_required             boolean not null default false;

alter table known_member
    add column email  text,
    add column mobile text;

-- The off-line link or QR code a customer came by (INV-05).
alter table association add column invitation_link_id uuid;
