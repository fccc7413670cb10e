-- One answer per ended link, also when a later one is known already (OPP-17, DIS-14).
create table ended_link (
    customer_id uuid    not null,
    epoch       integer not null check (epoch > 0),
    primary key (customer_id, epoch)
);

insert into ended_link (customer_id, epoch)
select k.customer_id, ended.epoch
from known_customer k, generate_series(1, case when k.active then k.epoch - 1 else k.epoch end) as ended (epoch);
