-- What the payment provider was told: a payment to collect, or to give back in whole or part, never more than it brought.
-- One id for good, whatever becomes of the answer (ORD-22).
create table provider_instruction (
    id               uuid        primary key,
    kind             text        not null check (kind in ('PAYMENT', 'REFUND')),
    partner_id       uuid        not null,
    owner_partner_id uuid        not null,
    channel          text        not null check (length(channel) between 1 and 64),
    amount_minor     bigint      not null check (amount_minor > 0),
    currency         text        not null check (currency = 'CNY'),
    payment_id       uuid        references provider_instruction (id),
    pay_before       timestamptz,
    refunded_minor   bigint      not null default 0 check (refunded_minor >= 0),
    state            text        not null check (state in ('WAITING', 'SENT', 'UNKNOWN', 'DONE', 'FAILED')),
    sendings         integer     not null default 0 check (sendings >= 0),
    redirect         text        check (length(redirect) between 1 and 1024),
    due_at           timestamptz not null,
    reason           text        check (length(reason) between 1 and 256),
    answered_at      timestamptz,
    constraint provider_instruction_refund check ((kind = 'REFUND') = (payment_id is not null)),
    constraint provider_instruction_payment check ((kind = 'PAYMENT') = (pay_before is not null)),
    constraint provider_instruction_refunded check (refunded_minor = 0 or (state = 'DONE' and refunded_minor <= amount_minor)),
    check ((answered_at is null) = (state in ('WAITING', 'SENT', 'UNKNOWN')))
);

create index provider_instruction_due on provider_instruction (due_at) where state in ('WAITING', 'SENT', 'UNKNOWN');

create function provider_answers_once() returns trigger language plpgsql as $$
begin
    if (new.id, new.kind, new.amount_minor, new.payment_id) is distinct from (old.id, old.kind, old.amount_minor, old.payment_id)
       or (old.state in ('DONE', 'FAILED') and new.state <> old.state) then
        raise exception 'an instruction is answered once' using errcode = 'check_violation',
            constraint = 'provider_answers_once';
    end if;
    return new;
end
$$;

create trigger provider_answers_once before update on provider_instruction
    for each row execute function provider_answers_once();

-- What the simulated provider did; empty where a real one is behind the port.
create table simulated_collection (
    instruction_id uuid        primary key,
    amount_minor   bigint      not null check (amount_minor > 0),
    outcome        text        not null check (outcome in ('DONE', 'REJECTED', 'LOST')),
    answers_at     timestamptz not null
);
