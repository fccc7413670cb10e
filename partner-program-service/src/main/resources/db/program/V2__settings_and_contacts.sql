-- What a partner and the vendor set for the partner (PRE-01, INV-07, X-01). Later settings get a version to be based on.
alter table partner
    add column allowed_association_types  text[]  not null default array ['ADVISORY', 'RESALE'],
    add column verification_code_required boolean not null default false,
    add column settings_version           bigint  not null default 1 check (settings_version > 0),
    add constraint one_or_two_association_types check (allowed_association_types <@ array ['ADVISORY', 'RESALE']
        and cardinality(allowed_association_types) between 1 and 2
        and (cardinality(allowed_association_types) < 2
            or allowed_association_types[1] <> allowed_association_types[2]));

-- Where a member's verification codes go.
alter table member
    add column email  text check (char_length(email) between 3 and 254 and email = lower(email)),
    add column mobile text check (mobile ~ '^\+[1-9][0-9]{6,14}$');
