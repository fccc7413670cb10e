-- What the vendor's service types are called, as partner-program-service announced it.
create table service_type (
    code    text primary key check (length(code) between 1 and 64),
    name_zh text not null check (length(name_zh) between 1 and 128),
    name_en text not null check (length(name_en) between 1 and 128)
);

-- Monthly sums are told as they stood at midnight: the day's records are found, which lie together as they came.
create index consumption_record_traded on consumption_record using brin (trade_time) with (autosummarize = on);
