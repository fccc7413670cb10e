-- Off-line links and QR codes (INV-05): only the digest of the token is kept, the token itself is derived from the id.
-- A creator has one of a kind; what is taken back never works again.
create table invitation_link (
    id                 uuid        primary key,
    partner_id         uuid        not null,
    owner_partner_id   uuid        not null,
    account_manager_id uuid,
    creator_id         uuid,
    channel            text        not null check (channel in ('OFFLINE_LINK', 'OFFLINE_QR')),
    association_type   text        not null check (association_type in ('ADVISORY', 'RESALE')),
    custom_tag         text        not null check (custom_tag <> ''),
    token_digest       bytea       not null unique check (length(token_digest) = 32),
    created_at         timestamptz not null,
    revoked_at         timestamptz check (revoked_at >= created_at)
);

create index invitation_link_of_owner on invitation_link (owner_partner_id, id desc);
create unique index invitation_link_one_of_a_kind
    on invitation_link (owner_partner_id, custom_tag, association_type, channel) where revoked_at is null;

-- An off-line link associates an account at most once (I-30).
alter table association add foreign key (invitation_link_id) references invitation_link;
create unique index association_once_per_link on association (invitation_link_id, customer_id)
    where invitation_link_id is not null;

-- Who invited, to be reminded before the end, once (INV-13).
alter table invitation
    add column inviter_id  uuid,
    add column reminded_at timestamptz;

create index invitation_open_until on invitation (expires_at) where state = 'SENT';

-- Which notice a customer accepted, when, from where and by which login, whatever way he came (INV-14).
create table association_evidence (
    association_id   uuid        primary key references association,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    channel          text        not null check (channel in ('ONLINE_EMAIL', 'OFFLINE_LINK', 'OFFLINE_QR')),
    notice_version   text        not null,
    notice_language  text        not null check (notice_language in ('zh', 'en')),
    notice_digest    bytea       not null check (length(notice_digest) = 32),
    login            text        not null,
    address          text,
    accepted_at      timestamptz not null
);

-- So far there has been one version of the notice; these are the digests of its texts.
insert into association_evidence (association_id, partner_id, owner_partner_id, channel, notice_version, notice_language,
                                  notice_digest, login, address, accepted_at)
select a.id, a.partner_id, a.owner_partner_id, 'ONLINE_EMAIL', i.accepted_notice, i.language, decode(n.digest, 'hex'),
       i.accepted_login, i.accepted_from, i.used_at
from association a
join invitation i on i.id = a.invitation_id
join (values ('ADVISORY', 'zh', 'c42767612b4f6eca06cce8c8000076728debf164db1467c4af9b975abfba9f50'),
             ('ADVISORY', 'en', 'bfb6711b2dac9c5c3f8dfb922062a9b72377d5d5fb7d2022efee129ad5bb4980'),
             ('RESALE', 'zh', '7decedba7a77159a2ea85f748c5394140aafa90a157eb70f95c413c25e0bdb2c'),
             ('RESALE', 'en', '0cbf4dd675511309fc3896f9f00715f24b599a49f2e5d9b87163dd168af72c8a'))
     n (type, language, digest) on n.type = i.association_type and n.language = i.language;

alter table invitation
    drop column accepted_notice,
    drop column accepted_login,
    drop column accepted_from;

-- Tokens that were not found, by source: too many within a window and the source has to wait.
create table token_miss (
    source   text        primary key,
    first_at timestamptz not null,
    misses   integer     not null check (misses > 0)
);

create index token_miss_old on token_miss (first_at);
