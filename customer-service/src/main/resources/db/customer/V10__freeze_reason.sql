-- Why a customer is frozen: one frozen by a person keeps his partner until he is unfrozen (FRZ-03), one who only waits
-- for a budget does not. Where nobody knows, a person may have done it.
alter table customer add column freeze_reason text;
update customer set freeze_reason = 'UNKNOWN' where frozen <> 0;
alter table customer
    add constraint customer_frozen_for_a_reason check ((freeze_reason is null) = (frozen = 0) and freeze_reason <> '');
