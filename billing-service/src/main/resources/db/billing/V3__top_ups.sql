-- Money that reached a partner from outside; the id is the transaction id of its ledger entry.
create table top_up (
    id                 uuid        primary key,
    partner_id         uuid        not null,
    owner_partner_id   uuid        not null,
    bank_serial_number text        not null unique check (length(bank_serial_number) between 1 and 64),
    channel            text        not null
        check (channel in ('ALIPAY', 'WECHAT', 'UNIONPAY', 'ONLINE_BANK', 'BANK_TRANSFER')),
    amount_minor       bigint      not null check (amount_minor > 0),
    currency           text        not null check (currency = 'CNY'),
    at                 timestamptz not null
);

create trigger top_up_append_only before update or delete or truncate on top_up
    for each statement execute function refuse_change();
