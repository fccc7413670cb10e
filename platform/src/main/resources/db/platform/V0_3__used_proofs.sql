-- Proofs of a typed-in code that a command has used up; the row commits together with the command.
create table used_proof (
    id         uuid        primary key,
    expires_at timestamptz not null
);

create index used_proof_expiry on used_proof (expires_at);
