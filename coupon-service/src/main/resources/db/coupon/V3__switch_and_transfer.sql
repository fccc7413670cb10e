-- A voucher goes back once per link, whatever took it: 2 a hand, 3 the link's end, 8 its model, 9 a transfer (I-06).
create unique index operation_record_taken_back_once on operation_record (voucher_id, epoch)
    where operation_type in (2, 3, 8, 9) and succeeded;

drop index operation_record_reclaimed_once;
