-- Facts waiting to be announced. A key's row in outbox_sequence is locked until its transaction ends, so per key the
-- order of positions is the order of commits, and sequences have no gap.
create table outbox_sequence (
    key  uuid   primary key,
    last bigint not null check (last > 0)
);

create table outbox (
    position     bigint      generated always as identity primary key,
    id           uuid        not null unique,
    lane         smallint    not null check (lane >= 0),
    key          uuid        not null,
    sequence     bigint      not null,
    topic        text        not null,
    type         text        not null,
    partner_id   uuid        not null,
    trace_id     text,
    payload      text        not null,
    occurred_at  timestamptz not null,
    published_at timestamptz,
    unique (key, sequence)
);

create index outbox_waiting on outbox (lane, position) where published_at is null;
create index outbox_published on outbox (published_at) where published_at is not null;

-- What has been heard: the row commits together with the effect.
create table inbox (
    event_id    uuid        primary key,
    received_at timestamptz not null
);

create index inbox_received on inbox (received_at);

-- Events that can never be handled as they are, and the later ones of their keys, in order.
create table dead_letter (
    id          bigint      generated always as identity primary key,
    topic       text        not null,
    partition   integer     not null,
    "offset"    bigint      not null,
    key         text        not null,
    type        text        not null,
    partner_id  text,
    headers     jsonb       not null,
    payload     bytea       not null,
    cause       text        not null,
    failed_at   timestamptz not null,
    replayed_at timestamptz,
    unique (topic, partition, "offset")
);

create index dead_letter_waiting on dead_letter (key, id) where replayed_at is null;

-- Answers kept for repeated commands.
create table idempotency_key (
    key_space   text        not null,
    operation   text        not null,
    key         text        not null,
    fingerprint bytea       not null,
    status      integer     not null,
    headers     jsonb       not null,
    body        bytea       not null,
    created_at  timestamptz not null,
    primary key (key_space, operation, key)
);

create index idempotency_key_age on idempotency_key (created_at);
