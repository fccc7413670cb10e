-- Which quota was granted for which pay-out of incentives: one pay-out, one quota.
create table incentive_quota (
    payout_id        uuid        primary key,
    quota_id         uuid        not null unique references quota (id),
    owner_partner_id uuid        not null,
    at               timestamptz not null
);
