-- Signatures of commands already seen, so that a copy is refused by every gateway.
create table seen_signature (
  signature bytea primary key check (octet_length(signature) = 32),
  first_seen timestamptz not null
);

create index seen_signature_age on seen_signature (first_seen);

-- Wrong signatures in a row, per access key and source address.
create table key_failure (
  access_key varchar(64) not null,
  source varchar(64) not null,
  failures integer not null check (failures > 0),
  last_failure timestamptz not null,
  primary key (access_key, source)
);

create index key_failure_age on key_failure (last_failure);
