-- Who writes a daily file has it until then; it can be fetched once it is written (CON-07).
alter table consumption_export add claimed_until timestamptz;

-- Records of one day lie together, so that a day is found without an index that each record would have to be put into.
create index consumption_record_recorded on consumption_record using brin (recorded_at);
