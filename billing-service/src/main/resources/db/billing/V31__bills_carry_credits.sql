-- What credits of a month exceed its charges is not lost: it lessens the next bill (BIL-01).
alter table partner_bill add carried_minor bigint not null default 0 check (carried_minor <= 0);
alter table partner_bill add constraint partner_bill_carries check (carried_minor = 0 or amount_minor = 0);
