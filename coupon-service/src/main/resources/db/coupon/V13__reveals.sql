-- Who saw personal data in clear, append-only (X-03).
create table reveal_record (
    id               uuid        primary key,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    resource         varchar(64) not null,
    columns          text[]      not null check (cardinality(columns) between 1 and 20),
    row_ids          uuid[]      not null check (cardinality(row_ids) between 1 and 100),
    revealed_by      text        not null,
    member_id        uuid,
    revealed_at      timestamptz not null,
    trace_id         text
);

create index reveal_record_of_owner on reveal_record (owner_partner_id, id desc);

create trigger reveal_record_append_only before update or delete on reveal_record
    for each row execute function refuse_change();
