-- What was invoiced earlier and is no longer covered (欠票); offsets cover it again, never more than it is.
create table owed_invoice (
    id               uuid        primary key,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    invoice_number   text        not null check (length(invoice_number) between 1 and 64),
    reason           text        not null check (length(reason) between 1 and 64),
    order_number     text        check (length(order_number) between 1 and 64),
    tax_rate         numeric(5, 2) not null check (tax_rate between 0 and 100),
    signing_entity   text        not null check (length(signing_entity) between 1 and 64),
    amount_minor     bigint      not null check (amount_minor > 0),
    offset_minor     bigint      not null default 0 check (offset_minor >= 0),
    currency         text        not null check (currency = 'CNY'),
    at               timestamptz not null,
    unique (partner_id, owner_partner_id, id),
    constraint owed_invoice_offset check (offset_minor <= amount_minor)
);

create index owed_invoice_open on owed_invoice (partner_id, owner_partner_id, id) where offset_minor < amount_minor;

-- What the vendor knows of a partner that receives money; without a row its registered name counts as verified.
create table payee_fact (
    owner_partner_id uuid        primary key references known_partner (id),
    partner_id       uuid        not null,
    verified_name    text        not null check (length(verified_name) between 1 and 200),
    verified         boolean     not null,
    refundable       boolean     not null,
    signing_entity   text        not null check (length(signing_entity) between 1 and 64),
    at               timestamptz not null
);

-- Money also comes from the phone's wallets, from a change of the trade model and as a credited rebate.
alter table top_up drop constraint top_up_channel_check;
alter table top_up add constraint top_up_channel
    check (channel in ('ALIPAY', 'WECHAT', 'UNIONPAY', 'HUAWEI_PAY', 'HUAWEI_PAYMENT', 'ONLINE_BANK', 'BANK_TRANSFER',
                       'TRADE_MODEL_CONVERSION', 'REBATE'));
alter table top_up add unique (partner_id, owner_partner_id, id);

-- What is left of each top-up for withdrawals (充值流水): neither taken by one nor covered by an invoice on receipt. The
-- payer is encrypted.
create table top_up_flow (
    id               uuid        primary key,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    channel          text        not null,
    amount_minor     bigint      not null check (amount_minor > 0),
    invoiced_minor   bigint      not null default 0 check (invoiced_minor >= 0),
    taken_minor      bigint      not null default 0 check (taken_minor >= 0),
    signing_entity   text        not null check (length(signing_entity) between 1 and 64),
    payer            bytea,
    restriction      text        check (restriction in ('WITH_BONUS', 'WITH_VOUCHERS')),
    incentive        text        check (incentive in ('ISSUED', 'INVOICED', 'APPROVED')),
    original_failed  boolean     not null default false,
    branch_known     boolean     not null default false,
    paid_at          timestamptz not null,
    unique (partner_id, owner_partner_id, id),
    foreign key (partner_id, owner_partner_id, id) references top_up (partner_id, owner_partner_id, id),
    constraint top_up_flow_left check (taken_minor + invoiced_minor <= amount_minor),
    constraint top_up_flow_incentive check ((channel = 'REBATE') = (incentive is not null))
);

create index top_up_flow_page on top_up_flow (partner_id, owner_partner_id, id);

insert into top_up_flow (id, partner_id, owner_partner_id, channel, amount_minor, signing_entity, paid_at)
select id, partner_id, owner_partner_id, channel, amount_minor, '华为云计算技术有限公司', at
from top_up;

-- Money that is on its way and not booked yet (未入账), by the vendor's feed; booked or dropped, it counts no more.
create table unposted_flow (
    id               uuid        primary key,
    reference        text        not null unique check (length(reference) between 1 and 64),
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    kind             text        not null check (kind in ('METERED_CHARGE', 'UNCLAIMED_TOP_UP', 'REFUND_IN_TRANSIT')),
    amount_minor     bigint      not null check (amount_minor > 0),
    currency         text        not null check (currency = 'CNY'),
    at               timestamptz not null,
    posted_at        timestamptz check (posted_at >= at)
);

create index unposted_flow_open on unposted_flow (partner_id, owner_partner_id, id) where posted_at is null;

-- Withdrawals (提现). The four terms are those at the acceptance under the lock of the account: the amount never exceeds
-- what they left. Bank data is encrypted.
create table withdrawal (
    id               uuid        primary key,
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    type             text        not null check (type in ('ORIGINAL', 'BANK_CARD', 'REBATE')),
    state            text        not null check (state in ('SUBMITTED', 'APPROVED', 'PROCESSING', 'SUCCEEDED', 'FAILED',
                                                           'REJECTED', 'CANCELLED', 'DELETED')),
    version          integer     not null check (version > 0),
    amount_minor     bigint      not null check (amount_minor > 0),
    currency         text        not null check (currency = 'CNY'),
    cash_minor       bigint      not null,
    owed_minor       bigint      not null check (owed_minor >= 0),
    unposted_minor   bigint      not null check (unposted_minor >= 0),
    arrears_minor    bigint      not null check (arrears_minor >= 0),
    bank             bytea       check ((bank is null) = (type = 'ORIGINAL')),
    expected_by      date        not null,
    operator         text        not null,
    reason           text        check (length(reason) between 1 and 256),
    submitted_at     timestamptz not null,
    finished_at      timestamptz check (finished_at >= submitted_at),
    unique (partner_id, owner_partner_id, id),
    constraint withdrawal_covered
        check (amount_minor <= cash_minor - owed_minor - unposted_minor - arrears_minor),
    constraint withdrawal_finished
        check ((finished_at is null) = (state in ('SUBMITTED', 'APPROVED', 'PROCESSING')))
);

create unique index withdrawal_one_open on withdrawal (owner_partner_id)
    where state in ('SUBMITTED', 'APPROVED', 'PROCESSING');
create index withdrawal_page on withdrawal (partner_id, owner_partner_id, id);
create index withdrawal_by_state on withdrawal (state, id);

create function withdrawal_moves_forward() returns trigger language plpgsql as $$
begin
    if (new.id, new.partner_id, new.owner_partner_id, new.type, new.amount_minor)
       is distinct from (old.id, old.partner_id, old.owner_partner_id, old.type, old.amount_minor)
       or new.version <> old.version + 1
       or (old.state, new.state) not in (('SUBMITTED', 'APPROVED'), ('SUBMITTED', 'REJECTED'), ('SUBMITTED', 'CANCELLED'),
                                         ('SUBMITTED', 'FAILED'), ('APPROVED', 'PROCESSING'), ('PROCESSING', 'SUCCEEDED'),
                                         ('PROCESSING', 'FAILED'), ('REJECTED', 'DELETED'))
    then
        raise exception 'a withdrawal cannot go from % to %', old.state, new.state using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger withdrawal_moves_forward before update on withdrawal
    for each row execute function withdrawal_moves_forward();
create trigger withdrawal_kept before delete or truncate on withdrawal
    for each statement execute function refuse_change();

-- Which top-ups a withdrawal takes from, for ever.
create table withdrawal_source (
    withdrawal_id    uuid    not null,
    flow_id          uuid    not null,
    partner_id       uuid    not null,
    owner_partner_id uuid    not null,
    position         integer not null check (position > 0),
    amount_minor     bigint  not null check (amount_minor > 0),
    primary key (withdrawal_id, position),
    unique (withdrawal_id, flow_id),
    foreign key (partner_id, owner_partner_id, withdrawal_id) references withdrawal (partner_id, owner_partner_id, id),
    foreign key (partner_id, owner_partner_id, flow_id) references top_up_flow (partner_id, owner_partner_id, id)
);

create trigger withdrawal_source_append_only before update or delete or truncate on withdrawal_source
    for each statement execute function refuse_change();

-- How a withdrawal went on (提现进度).
create table withdrawal_step (
    withdrawal_id uuid        not null references withdrawal (id),
    version       integer     not null check (version > 0),
    state         text        not null,
    operator      text        not null,
    reason        text,
    at            timestamptz not null,
    primary key (withdrawal_id, version)
);

create trigger withdrawal_step_append_only before update or delete or truncate on withdrawal_step
    for each statement execute function refuse_change();

-- The instruction to the bank: one per withdrawal, under one id for good, whatever becomes of the answer. The signing
-- entity is the partner's at the approval.
create table payout (
    instruction_id   uuid        primary key,
    withdrawal_id    uuid        not null unique references withdrawal (id),
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    signing_entity   text        not null check (length(signing_entity) between 1 and 64),
    state            text        not null check (state in ('WAITING', 'SENT', 'UNKNOWN', 'PAID', 'FAILED')),
    sendings         integer     not null default 0 check (sendings >= 0),
    due_at           timestamptz not null,
    reason           text,
    answered_at      timestamptz,
    check ((answered_at is null) = (state in ('WAITING', 'SENT', 'UNKNOWN')))
);

create index payout_due on payout (due_at) where state in ('WAITING', 'SENT', 'UNKNOWN');

-- What is held for a withdrawal is paid or released, once.
create unique index withdrawal_settled_once on entry (owner_partner_id, transaction_id)
    where kind in ('WITHDRAWAL_PAID', 'WITHDRAWAL_RELEASED');

-- What the simulated bank did; empty where a real one is behind the port.
create table simulated_payment (
    instruction_id uuid        primary key,
    amount_minor   bigint      not null check (amount_minor > 0),
    outcome        text        not null check (outcome in ('PAID', 'REJECTED', 'LOST')),
    answers_at     timestamptz not null
);

-- A partner's own number at the vendor's bank: what arrives there is its money.
create table dedicated_account (
    owner_partner_id uuid        primary key references known_partner (id),
    partner_id       uuid        not null,
    account_number   text        not null unique check (account_number ~ '^[0-9]{8,32}$'),
    opened_at        timestamptz not null
);

create sequence dedicated_account_number start 1;

-- Bank transfers that arrived, as the bank reported them; who paid is encrypted.
create table incoming_transfer (
    bank_serial_number text        primary key check (length(bank_serial_number) between 1 and 64),
    amount_minor       bigint      not null check (amount_minor > 0),
    currency           text        not null check (currency = 'CNY'),
    payer              bytea       not null,
    account_number     text,
    received_at        timestamptz not null
);

create trigger incoming_transfer_append_only before update or delete or truncate on incoming_transfer
    for each statement execute function refuse_change();

-- Others who pay for a partner by a third-party payment agreement (代付管理).
create table payment_agreement (
    owner_partner_id uuid        not null references known_partner (id),
    partner_id       uuid        not null,
    payer_name       text        not null check (length(payer_name) between 1 and 200),
    at               timestamptz not null,
    primary key (owner_partner_id, payer_name)
);

-- Claims of transfers (汇款认领): one that is not refused per bank serial number.
create table top_up_claim (
    id                 uuid        primary key,
    partner_id         uuid        not null,
    owner_partner_id   uuid        not null,
    bank_serial_number text        not null check (length(bank_serial_number) between 1 and 64),
    amount_minor       bigint      not null check (amount_minor > 0),
    currency           text        not null check (currency = 'CNY'),
    payer_name         text        not null check (length(payer_name) between 1 and 200),
    state              text        not null check (state in ('SUBMITTED', 'MATCHED', 'CREDITED', 'REJECTED')),
    reason             text        check (length(reason) between 1 and 256),
    top_up_id          uuid        references top_up (id),
    operator           text        not null,
    submitted_at       timestamptz not null,
    finished_at        timestamptz check (finished_at >= submitted_at),
    check ((state = 'CREDITED') = (top_up_id is not null)),
    check ((state = 'REJECTED') = (reason is not null)),
    check ((finished_at is not null) = (state in ('CREDITED', 'REJECTED')))
);

create unique index top_up_claim_once on top_up_claim (bank_serial_number) where state <> 'REJECTED';
create index top_up_claim_page on top_up_claim (partner_id, owner_partner_id, id);
create index top_up_claim_open on top_up_claim (state, id);
