-- Incentives (激励) as the vendor tells them: an estimate, then the formal bill, which the partner confirms; what is applied
-- for, paid and void never comes to more than it is. Negative ones arise from unsubscription and downgrade.
create table incentive (
    id               uuid          primary key,
    number           text          not null unique check (length(number) between 1 and 64),
    partner_id       uuid          not null,
    owner_partner_id uuid          not null,
    period           text          not null check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    model            text          not null check (model in ('RESALE', 'ADVISORY')),
    state            text          not null check (state in ('ESTIMATED', 'TO_CONFIRM', 'PAYING', 'PAID', 'VOID')),
    version          integer       not null check (version > 0),
    amount_minor     bigint        not null,
    applied_minor    bigint        not null default 0,
    paid_minor       bigint        not null default 0,
    void_minor       bigint        not null default 0,
    currency         text          not null check (currency = 'CNY'),
    tax_rate         numeric(5, 2) not null check (tax_rate between 0 and 100), -- of the products
    mode             text          check (mode in ('BANK_TRANSFER', 'ACCOUNT', 'QUOTA')),
    notified_at      timestamptz,
    valid_until      timestamptz   check (valid_until > notified_at),
    expires_at       timestamptz,
    confirmed_at     timestamptz,
    at               timestamptz   not null,
    unique (partner_id, owner_partner_id, id),
    constraint incentive_notified check ((state = 'ESTIMATED') = (notified_at is null)),
    constraint incentive_expires check ((expires_at is null) = (notified_at is null or amount_minor < 0)),
    constraint incentive_not_exceeded check (
        case when amount_minor < 0 then applied_minor in (0, amount_minor) and paid_minor in (0, applied_minor)
                                        and void_minor = 0
             else applied_minor >= 0 and void_minor >= 0 and applied_minor + void_minor <= amount_minor
                  and paid_minor between 0 and applied_minor end),
    constraint incentive_stands check (
        case state when 'PAYING' then paid_minor + void_minor <> amount_minor
                   when 'PAID' then paid_minor <> 0 and paid_minor + void_minor = amount_minor
                   when 'VOID' then void_minor = amount_minor and amount_minor > 0
                   else applied_minor = 0 and void_minor = 0 end)
);

create index incentive_page on incentive (partner_id, owner_partner_id, id);
create index incentive_open on incentive (owner_partner_id, id) where state in ('TO_CONFIRM', 'PAYING');
create index incentive_due on incentive (expires_at)
    where state in ('TO_CONFIRM', 'PAYING') and applied_minor + void_minor < amount_minor;

create function incentive_moves_forward() returns trigger language plpgsql as $$
begin
    if (new.id, new.number, new.owner_partner_id) is distinct from (old.id, old.number, old.owner_partner_id)
       or new.version <> old.version + 1
       or ((new.period, new.model, new.amount_minor, new.tax_rate)
           is distinct from (old.period, old.model, old.amount_minor, old.tax_rate) and old.state <> 'ESTIMATED')
       or (old.mode is not null and new.mode is distinct from old.mode)
       or (old.state, new.state) not in (
           ('ESTIMATED', 'ESTIMATED'), ('ESTIMATED', 'TO_CONFIRM'), ('TO_CONFIRM', 'TO_CONFIRM'), ('TO_CONFIRM', 'PAYING'),
           ('TO_CONFIRM', 'VOID'), ('PAYING', 'PAYING'), ('PAYING', 'PAID'), ('PAYING', 'VOID'))
    then
        raise exception 'an incentive cannot go from % to %', old.state, new.state using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger incentive_moves_forward before update on incentive for each row execute function incentive_moves_forward();
create trigger incentive_kept before delete or truncate on incentive for each statement execute function refuse_change();

-- What an incentive is made of, and what of the month's consumption earns none and why.
create table incentive_line (
    incentive_id           uuid    not null references incentive (id),
    position               integer not null check (position > 0),
    kind                   text    not null check (kind in ('CONSUMPTION', 'UNSUBSCRIPTION', 'DOWNGRADE',
                                                            'NON_INCENTIVE_PRODUCT', 'POSTED_NEXT_MONTH', 'MARKETPLACE')),
    service_type           text    not null check (length(service_type) between 1 and 64),
    consumed_minor         bigint  not null,
    incentive_minor        bigint  not null,
    price_difference_minor bigint  not null default 0 check (price_difference_minor >= 0),
    primary key (incentive_id, position),
    constraint incentive_line_earns check (
        case when kind = 'CONSUMPTION' then consumed_minor >= 0 and incentive_minor >= 0
             when kind in ('UNSUBSCRIPTION', 'DOWNGRADE') then consumed_minor <= 0 and incentive_minor <= 0
             else incentive_minor = 0 end),
    constraint incentive_line_price_difference check (price_difference_minor = 0 or kind = 'MARKETPLACE')
);

-- What the vendor knows of a partner that counts for pay-outs: its certification, its tax rate, the end of its identity.
create table payout_fact (
    owner_partner_id   uuid          primary key references known_partner (id),
    partner_id         uuid          not null,
    certified          boolean       not null,
    tax_rate           numeric(5, 2) not null check (tax_rate between 0 and 100),
    programme_ended_at timestamptz,
    at                 timestamptz   not null
);
