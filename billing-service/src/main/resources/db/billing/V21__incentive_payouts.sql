-- Pay-outs of incentives: each takes parts of some, and what a partner chose for one of them stays.
create table incentive_payout (
    id               uuid          primary key,
    partner_id       uuid          not null,
    owner_partner_id uuid          not null,
    state            text          not null check (state in ('PROCESSING', 'TO_INVOICE', 'INVOICE_REVIEW', 'PAYMENT_REVIEW',
                                                             'GRANTING', 'FAILED', 'DONE', 'REJECTED')),
    version          integer       not null check (version > 0),
    mode             text          not null check (mode in ('BANK_TRANSFER', 'ACCOUNT', 'QUOTA')),
    automatic        boolean       not null,
    total_minor      bigint        not null check (total_minor > 0), -- of its incentives
    payable_minor    bigint        not null check (payable_minor > 0), -- as the partner invoices it
    currency         text          not null check (currency = 'CNY'),
    tax_rate         numeric(5, 2) not null check (tax_rate between 0 and 100), -- of the partner
    payment_order_id uuid          unique,
    quota_id         uuid          unique,
    reason           text          check (length(reason) between 1 and 256),
    operator         text          not null,
    invoice_by       date,
    expected_by      date,
    at               timestamptz   not null,
    finished_at      timestamptz   check (finished_at >= at),
    unique (partner_id, owner_partner_id, id),
    foreign key (partner_id, owner_partner_id, payment_order_id) references payment_order (partner_id, owner_partner_id, id),
    check ((state in ('DONE', 'REJECTED')) = (finished_at is not null)),
    constraint incentive_payout_invoiced check (
        case when mode = 'QUOTA' or automatic then payment_order_id is null and payable_minor = total_minor
             else state in ('PROCESSING', 'REJECTED') or payment_order_id is not null end),
    constraint incentive_payout_quota check ((mode = 'QUOTA' and state = 'DONE') = (quota_id is not null)),
    check (mode = 'QUOTA' or state not in ('GRANTING', 'FAILED')),
    constraint incentive_payout_automatic check (mode <> 'BANK_TRANSFER' or not automatic)
);

create index incentive_payout_page on incentive_payout (partner_id, owner_partner_id, id);
create index incentive_payout_by_state on incentive_payout (state, id);
create index incentive_payout_to_invoice on incentive_payout (invoice_by) where state = 'TO_INVOICE';

create function incentive_payout_moves_forward() returns trigger language plpgsql as $$
begin
    if (new.id, new.owner_partner_id, new.mode, new.automatic, new.total_minor, new.payable_minor, new.tax_rate)
       is distinct from (old.id, old.owner_partner_id, old.mode, old.automatic, old.total_minor, old.payable_minor,
                         old.tax_rate)
       or (old.payment_order_id is not null and new.payment_order_id is distinct from old.payment_order_id)
       or new.version <> old.version + 1
       or (old.state, new.state) not in (
           ('PROCESSING', 'TO_INVOICE'), ('PROCESSING', 'GRANTING'), ('PROCESSING', 'DONE'), ('PROCESSING', 'REJECTED'),
           ('TO_INVOICE', 'INVOICE_REVIEW'), ('TO_INVOICE', 'REJECTED'),
           ('INVOICE_REVIEW', 'TO_INVOICE'), ('INVOICE_REVIEW', 'PAYMENT_REVIEW'), ('INVOICE_REVIEW', 'REJECTED'),
           ('PAYMENT_REVIEW', 'DONE'), ('PAYMENT_REVIEW', 'REJECTED'),
           ('GRANTING', 'GRANTING'), ('GRANTING', 'FAILED'), ('GRANTING', 'DONE'), ('FAILED', 'GRANTING'),
           ('FAILED', 'DONE'))
    then
        raise exception 'a pay-out cannot go from % to %', old.state, new.state using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger incentive_payout_moves_forward before update on incentive_payout
    for each row execute function incentive_payout_moves_forward();
create trigger incentive_payout_kept before delete or truncate on incentive_payout
    for each statement execute function refuse_change();

create table incentive_payout_line (
    payout_id        uuid   not null,
    incentive_id     uuid   not null,
    partner_id       uuid   not null,
    owner_partner_id uuid   not null,
    amount_minor     bigint not null check (amount_minor <> 0),
    primary key (payout_id, incentive_id),
    foreign key (partner_id, owner_partner_id, payout_id) references incentive_payout (partner_id, owner_partner_id, id),
    foreign key (partner_id, owner_partner_id, incentive_id) references incentive (partner_id, owner_partner_id, id)
);

create index incentive_payout_line_of on incentive_payout_line (incentive_id);

create trigger incentive_payout_line_append_only before update or delete or truncate on incentive_payout_line
    for each statement execute function refuse_change();

-- Whether what a partner confirmed is applied for by itself, and how it is paid then; a partner without a row applies itself.
create table incentive_auto_apply (
    owner_partner_id uuid    primary key references known_partner (id),
    partner_id       uuid    not null,
    version          integer not null check (version > 0),
    enabled          boolean not null,
    mode             text    not null check (mode in ('BANK_TRANSFER', 'ACCOUNT', 'QUOTA'))
);

-- The payment order of a pay-out that is rejected is invoiced no more.
alter table payment_order drop constraint payment_order_state_check;
alter table payment_order add constraint payment_order_state
    check (state in ('OPEN', 'SUBMITTED', 'APPROVED', 'CANCELLED'));
alter table payment_order drop constraint payment_order_covered;
alter table payment_order add constraint payment_order_covered
    check (invoiced_minor = case when state in ('OPEN', 'CANCELLED') then 0 else amount_minor end);
