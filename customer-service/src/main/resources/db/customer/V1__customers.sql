create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- Facts of other services.
create table known_partner (
    owner_partner_id uuid primary key,
    partner_id       uuid not null,
    type             text not null check (type in ('SOLUTION_PROVIDER', 'DISTRIBUTOR', 'RESELLER', 'GOVERNMENT_SUBSIDY')),
    name             text not null,
    email            text,
    mobile           text,
    status           text not null check (status in ('NORMAL', 'RESTRICTED', 'FROZEN'))
);

create table known_member (
    member_id        uuid    primary key,
    partner_id       uuid    not null,
    owner_partner_id uuid    not null,
    login_name       text    not null,
    display_name     text    not null,
    account_manager  boolean not null,
    supervisor_id    uuid,
    active           boolean not null
);

create index known_member_team on known_member (owner_partner_id, supervisor_id);

-- A partner's reservation of a prospect. A slot belongs to one open row of its partner, so there are never more open
-- rows than slots (PRE-03); e-mail and mobile stand in one registered row of the whole hub (PRE-08).
create table pre_registration (
    id                 uuid         primary key,
    partner_id         uuid         not null,
    owner_partner_id   uuid         not null,
    account_manager_id uuid,
    customer_name      varchar(128) not null check (customer_name <> ''),
    contact_name       varchar(64)  not null check (contact_name <> ''),
    email              varchar(256) not null check (email = lower(email)),
    mobile             varchar(16)  check (mobile ~ '^\+[1-9][0-9]{6,14}$'),
    state              text         not null
        check (state in ('PENDING_REVIEW', 'REGISTERED', 'REVIEW_REJECTED', 'ASSOCIATED', 'EXPIRED', 'DELETED')),
    slot               integer      not null check (slot between 1 and 10000),
    registered_at      timestamptz  not null,
    valid_until        timestamptz  not null check (valid_until > registered_at),
    created_by         text         not null,
    unique (partner_id, id)
);

create index pre_registration_of_owner on pre_registration (owner_partner_id, id desc);
create unique index pre_registration_slot on pre_registration (owner_partner_id, slot)
    where state in ('PENDING_REVIEW', 'REGISTERED');
create unique index pre_registration_email on pre_registration (email) where state in ('PENDING_REVIEW', 'REGISTERED');
create unique index pre_registration_mobile on pre_registration (mobile)
    where state in ('PENDING_REVIEW', 'REGISTERED') and mobile is not null;

-- Mail waiting to be sent. The text stands here only as long as it is needed, because it may hold a personal link.
create table mail (
    id              uuid         primary key,
    partner_id      uuid         not null,
    recipient       varchar(256) not null,
    subject         text,
    body            text,
    state           text         not null check (state in ('QUEUED', 'SENT', 'GIVEN_UP')),
    attempts        integer      not null default 0 check (attempts >= 0),
    last_failure    text,
    next_attempt_at timestamptz  not null,
    discard_at      timestamptz  not null,
    sent_at         timestamptz,
    check ((state = 'QUEUED') = (body is not null)),
    check ((state = 'QUEUED') = (subject is not null)),
    check ((state = 'SENT') = (sent_at is not null))
);

create index mail_due on mail (next_attempt_at) where state = 'QUEUED';

-- Invitations by mail. Only the digest of the link's token is kept; who accepted which notice, when and from where
-- stands beside it (INV-14).
create table invitation (
    id                  uuid        primary key,
    partner_id          uuid        not null,
    owner_partner_id    uuid        not null,
    pre_registration_id uuid        not null,
    account_manager_id  uuid,
    association_type    text        not null check (association_type in ('ADVISORY', 'RESALE')),
    language            text        not null check (language in ('zh', 'en')),
    token_digest        bytea       not null unique check (length(token_digest) = 32),
    mail_id             uuid        not null references mail,
    state               text        not null check (state in ('SENT', 'USED', 'EXPIRED', 'SUPERSEDED', 'REVOKED')),
    invited_by          text        not null,
    invited_at          timestamptz not null,
    expires_at          timestamptz not null check (expires_at > invited_at),
    used_at             timestamptz check (used_at >= invited_at and used_at < expires_at),
    used_by             uuid,
    accepted_notice     text,
    accepted_login      text,
    accepted_from       text,
    foreign key (partner_id, pre_registration_id) references pre_registration (partner_id, id),
    check ((state = 'USED') = (used_at is not null)),
    check ((state = 'USED') = (used_by is not null)),
    check ((state = 'USED') = (accepted_notice is not null and accepted_login is not null))
);

create index invitation_of_owner on invitation (owner_partner_id, id desc);
create unique index invitation_open on invitation (pre_registration_id) where state = 'SENT';

-- Customers are free of tenants: only their associations belong to a partner.
create table customer (
    id              uuid        primary key,
    issuer          text,
    subject         text,
    account_name    varchar(64) not null check (account_name <> ''),
    customer_name   varchar(128),
    customer_type   smallint    not null default -1 check (customer_type in (-1, 0, 1)),
    verified_status smallint    not null default -1 check (verified_status in (-1, 0, 1, 2)),
    customer_level  text        not null default 'V0' check (customer_level ~ '^V[0-5]$'),
    email           varchar(256),
    mobile          varchar(32),
    label           varchar(64),
    frozen          smallint    not null default 0 check (frozen in (0, 1, 2)),
    xaccount_id     varchar(128),
    xaccount_type   varchar(64),
    created_at      timestamptz not null,
    version         bigint      not null default 1,
    check ((issuer is null) = (subject is null)),
    check ((xaccount_id is null) = (xaccount_type is null))
);

create unique index customer_login on customer (issuer, subject);
create unique index customer_account on customer (lower(account_name), coalesce(issuer, ''));
create unique index customer_xaccount on customer (xaccount_type, xaccount_id);
create index customer_account_infix on customer using gin (account_name gin_trgm_ops);
create index customer_name_infix on customer using gin (customer_name gin_trgm_ops);

-- The links of a customer, counted by epoch: never two at a time (I-27, ASC-01).
create table association (
    id                  uuid        primary key,
    partner_id          uuid        not null,
    owner_partner_id    uuid        not null,
    customer_id         uuid        not null references customer,
    epoch               integer     not null check (epoch > 0),
    association_type    text        not null check (association_type in ('ADVISORY', 'RESALE')),
    account_manager_id  uuid,
    pre_registration_id uuid,
    invitation_id       uuid        unique references invitation,
    associated_at       timestamptz not null,
    ended_at            timestamptz check (ended_at >= associated_at),
    end_reason          text,
    unique (customer_id, epoch),
    check ((ended_at is null) = (end_reason is null)),
    foreign key (partner_id, pre_registration_id) references pre_registration (partner_id, id),
    constraint association_never_two exclude using gist
        (customer_id with =, tstzrange(associated_at, ended_at) with &&)
);

create index association_of_owner on association (owner_partner_id, id desc) where ended_at is null;
create unique index association_present on association (customer_id) where ended_at is null;

-- Requests to end a link. A side's start keeps a slot blocked for the pair until the window is over (DIS-03).
create table disassociation (
    id               uuid         primary key,
    partner_id       uuid         not null,
    owner_partner_id uuid         not null,
    customer_id      uuid         not null,
    epoch            integer      not null,
    initiator        text         not null check (initiator in ('PARTNER', 'CUSTOMER')),
    reason           varchar(512) not null check (reason <> ''),
    requested_by     text         not null,
    requested_at     timestamptz  not null,
    slot             integer      not null check (slot > 0),
    blocked_until    timestamptz  not null check (blocked_until > requested_at),
    state            text         not null check (state in ('PENDING', 'EXECUTING', 'DONE', 'REJECTED', 'CANCELLED')),
    answer           varchar(512),
    decided_by       text,
    decided_at       timestamptz  check (decided_at >= requested_at),
    done_at          timestamptz  check (done_at >= decided_at),
    version          bigint       not null default 1,
    foreign key (customer_id, epoch) references association (customer_id, epoch),
    check ((state = 'PENDING') = (decided_at is null)),
    check ((state = 'DONE') = (done_at is not null)),
    constraint disassociation_too_often exclude using gist
        (owner_partner_id with =, customer_id with =, initiator with =, slot with =,
         tstzrange(requested_at, blocked_until) with &&)
);

create index disassociation_of_owner on disassociation (owner_partner_id, id desc);
create index disassociation_of_customer on disassociation (customer_id, id desc);
create unique index disassociation_pending on disassociation (customer_id) where state = 'PENDING';
create unique index disassociation_once on disassociation (customer_id, epoch) where state in ('EXECUTING', 'DONE');

-- What the other services still have to settle for an ended link, and what came out of it (DIS-09).
create table disassociation_step (
    disassociation_id uuid        not null references disassociation,
    step              text        not null check (step in ('COUPON', 'BILLING', 'OPPORTUNITY')),
    done_at           timestamptz,
    settled_count     bigint      check (settled_count >= 0),
    amount_minor      bigint      check (amount_minor >= 0),
    currency          text        check (currency = 'CNY'),
    primary key (disassociation_id, step),
    check ((amount_minor is null) = (currency is null)),
    check (done_at is not null or (settled_count is null and amount_minor is null))
);
