-- Codes sent to a person's mobile or e-mail, kept for a day to limit sending; the newest of a holder and purpose is the
-- open one. Of the code itself only a salted digest is kept. Those of customers belong to no tenant.
create table verification_code (
    id         uuid         primary key,
    partner_id uuid,
    holder     varchar(128) not null,
    purpose    text         not null check (purpose <> ''),
    sender     varchar(128) not null,
    recipient  varchar(256) not null check (recipient <> ''),
    salt       bytea        not null check (length(salt) = 16),
    digest     bytea        not null check (length(digest) = 32),
    tries      smallint     not null default 0 check (tries >= 0),
    tries_most smallint     not null check (tries_most between 1 and 10),
    state      text         not null check (state in ('OPEN', 'USED', 'REPLACED')),
    sent_at    timestamptz  not null,
    expires_at timestamptz  not null check (expires_at > sent_at and expires_at <= sent_at + interval '1 hour'),
    check (tries <= tries_most)
);

create unique index verification_code_open on verification_code (holder, purpose) where state = 'OPEN';
create index verification_code_newest on verification_code (holder, purpose, sent_at desc);
create index verification_code_recipient on verification_code (recipient, sent_at desc);
create index verification_code_sender on verification_code (sender, sent_at desc);
create index verification_code_age on verification_code (sent_at);

-- A customer is nobody's tenant, so his code's mail is nobody's either.
alter table mail alter column partner_id drop not null;

-- How many accounts a mobile number has.
create index customer_of_mobile on customer (mobile) where mobile is not null;
